#!/usr/bin/env bash
# Compiles the nuget package set and runs its tests of the components, so that neither set rots where only the other is used. Where
# packages of that set cannot be had it says so in one line and succeeds: that is no fault of the sources. Options go to restore, such
# as -p:RestoreAdditionalProjectSources=FOLDER. Everything is built in a folder of its own, which later runs use again.
set -uo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
work=${XDG_CACHE_HOME:-$HOME/.cache}/edgecctv-nuget-set/$(cksum <<< "$root" | cut -d' ' -f1)
tests=$work/EdgeCctv.Tests/EdgeCctv.Tests.csproj
log=$work/restore.log

skip() {
    echo "The nuget package set was not compiled: $1"
    exit 0
}

# A copy, because obj folders of the two sets must not mix: each holds the packages of its set.
copy_sources() {
    mkdir -p "$work"
    find "$work" \( -name bin -o -name obj \) -prune -o -type f -print0 | xargs -0 -r rm -f --
    tar -C "$root" -c --exclude=bin --exclude=obj --exclude=node_modules --exclude=.git . | tar -C "$work" -x
}

restore() {
    PackageSet=nuget timeout 120 dotnet restore "$tests" -nologo -verbosity:quiet "$@" > "$log" 2>&1
}

copy_sources
if ! restore "$@"; then
    missing=$(grep -o 'NU110[13]: Unable to find package [^ ]*' "$log" | head -1)
    [[ -z $missing ]] || skip "this machine's package feed lacks ${missing##* }" # NU1101: no such package; no retry would help.
    grep -qE 'NU1301|NU1900|timed? out' "$log" && skip "the package feed could not be reached: $(grep -m1 -oE 'NU1301: [^[]*' "$log" || echo "see $log")"
    [[ -s $log ]] || skip "restoring its packages took more than two minutes"
    cat "$log"
    exit 1
fi

PackageSet=nuget dotnet build "$tests" --no-restore --configuration Release -nologo -verbosity:quiet "$@" || exit 1
PackageSet=nuget dotnet test "$tests" --no-build --configuration Release --nologo --filter "FullyQualifiedName~Tests.Components" \
    ${results:+--logger trx --results-directory "$results"}
