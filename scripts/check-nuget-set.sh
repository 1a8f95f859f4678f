#!/usr/bin/env bash
# Compiles the nuget package set and runs its tests of the components, so that neither set rots where only the other is used; with
# --test as the first argument those of captures, with OpenCV, are run too. Where packages of that set cannot be had it says so in one
# line and succeeds: that is no fault of the sources. Further options go to dotnet, such as
# -p:RestoreAdditionalProjectSources=FOLDER. Everything is built in a folder of its own, which later runs use again.
set -uo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
work=${XDG_CACHE_HOME:-$HOME/.cache}/edgecctv-nuget-set/$(cksum <<< "$root" | cut -d' ' -f1)
log=$work/restore.log
project=$work/EdgeCctv.Tests/EdgeCctv.Tests.csproj
tests="FullyQualifiedName~Tests.Components"
if [[ ${1:-} == --test ]]; then
    shift
    tests+="|FullyQualifiedName~Tests.Capture"
fi

# A copy, because obj folders of the two sets must not mix: each holds the packages of its set.
copy_sources() {
    mkdir -p "$work"
    find "$work" \( -name bin -o -name obj \) -prune -o -type f -print0 | xargs -0 -r rm -f --
    tar -C "$root" -c --exclude=bin --exclude=obj --exclude=node_modules --exclude=.git . | tar -C "$work" -x
}

export PackageSet=nuget
copy_sources
if ! timeout 120 dotnet restore "$project" -nologo -verbosity:quiet "$@" > "$log" 2>&1; then
    reason=$(grep -m1 -oE '(NU|MSB)[0-9]+: [^[]*' "$log")
    echo "The nuget package set was not compiled: its packages could not be restored (${reason:-two minutes were not enough})."
    exit 0
fi

# The analysers look at the other set; what only this one compiles is looked at by a build of it.
dotnet build "$project" --no-restore --configuration Release -nologo -verbosity:quiet -p:RunAnalyzers=false -consoleloggerparameters:ErrorsOnly "$@" || exit 1
echo "The nuget package set was compiled."
EdgeCctv__Camera__Backend=opencv dotnet test "$project" --no-build --configuration Release --nologo --filter "Category!=Full&Category!=Measurement&($tests)"
