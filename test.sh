#!/usr/bin/env bash
# Builds everything as ./run.sh does (unless -c says otherwise) and runs the tests. Options go to dotnet test; a --filter replaces
# the usual one, which leaves out the tests that take long (Category=Full), only measure (Category=Measurement), or make the pictures
# of the README (Category=Screenshot).
# The last line is always "N passed, N failed, N skipped".
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")"
results=$(mktemp -d)

# Sums <Counters total="3" executed="2" passed="1" failed="1" ... /> over all projects. Skipped tests are not in
# "notExecuted", whatever its name says: they are what was found and not executed.
count_results() {
    find "$results" -name '*.trx' -exec grep -ho '<Counters [^>]*' {} + | awk '
        function value(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
        { total += value("total"); executed += value("executed"); passed += value("passed") }
        END { print passed + 0, executed - passed, total - executed }'
}

# On every way out, so that the last line is there even when nothing could be built.
finish() {
    local code=$? passed failed skipped
    read -r passed failed skipped < <(count_results || true)
    if [[ $failed -gt 0 ]]; then
        code=1
    elif [[ $code -ne 0 ]]; then
        echo "No test failed, but the build or the run did (see above); it counts as one failure."
        failed=1
    elif [[ $((passed + skipped)) -eq 0 ]]; then
        echo "No test was found; that counts as one failure."
        failed=1 code=1
    fi
    rm -rf -- "$results"
    echo "$passed passed, $failed failed, $skipped skipped"
    exit "$code"
}
trap finish EXIT

# shellcheck source=scripts/debian-packages.sh
source scripts/debian-packages.sh
require_dotnet_10
require_packages "$run_reason" "${run_packages[@]}"
require_packages "$test_reason" "${test_packages[@]}"

filter=(--filter "Category!=Measurement&Category!=Full&Category!=Screenshot")
configuration=(--configuration Release)
for option in "$@"; do
    [[ $option != --filter && $option != --filter[=:]* ]] || filter=()
    [[ $option != -c && $option != --configuration && $option != -c[=:]* && $option != --configuration[=:]* ]] || configuration=()
done

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
tested=0
dotnet test EdgeCctv.sln --logger trx --results-directory "$results" "${configuration[@]}" "${filter[@]}" "$@" || tested=$?

# With the usual filter only: who asks for certain tests does not want to wait for another build.
if [[ ${#filter[@]} -gt 0 && ${PackageSet:-distro} == distro ]]; then
    scripts/check-nuget-set.sh || tested=1
fi
exit "$tested"
