#!/usr/bin/env bash
# Builds the console and runs it. See ./run.sh --help.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)

if [[ ${1:-} == --help || ${1:-} == -h ]]; then
    cat << 'EOF'
Usage: ./run.sh [options]

Installs what is missing (Debian, Ubuntu), builds the console and runs it on
http://localhost:5080. Ctrl+C ends it.

Every option goes to the program and overrides appsettings.json:
  ./run.sh                                                 the built-in demo picture
  ./run.sh --EdgeCctv:Camera:Source=rtsp://10.0.0.5/live   your own camera
  ./run.sh --urls=http://localhost:8080                    another port
EOF
    exit
fi

# shellcheck source=scripts/debian-packages.sh
source "$root/scripts/debian-packages.sh"
require_dotnet_10
require_packages "$run_reason" "${run_packages[@]}"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
echo "Building (the first time fetches packages and takes a minute or two) ..."
# What "dotnet build" does, without its summary: only warnings and errors are shown.
dotnet msbuild "$root/EdgeCctv.Web" -restore -property:Configuration=Release -verbosity:quiet -nologo

# Not "dotnet run", and not a child: Ctrl+C and SIGTERM must reach the program itself, which releases the camera.
# No cd either: paths in the options are meant from where the caller stands.
exec dotnet "$root/EdgeCctv.Web/bin/Release/net10.0/EdgeCctv.Web.dll" "$@"
