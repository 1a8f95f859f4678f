# shellcheck shell=bash
# Sourced by run.sh and test.sh, which use what is set here: what the machine must have before anything can be built.
# shellcheck disable=SC2034

run_packages=(
    gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad gstreamer1.0-plugins-ugly
    gstreamer1.0-libav
)
run_reason="GStreamer reads and decodes the cameras"

test_packages=(chromium ffmpeg gstreamer1.0-tools gir1.2-gst-rtsp-server-1.0 python3-gi)
test_reason="the tests drive the console in Chromium, make clips with ffmpeg, and play a real RTSP camera with GStreamer's server"

# npm is wanted under whatever name it was installed: Debian's packages would clash with a Node.js from elsewhere.
# The nuget package set takes ONNX Runtime from NuGet and does without.
if [[ ${PackageSet:-distro} == distro ]] && ! command -v npm > /dev/null; then
    run_packages+=(nodejs npm)
    run_reason+="; npm fetches ONNX Runtime, which analyses the pictures"
fi

require_dotnet_10() {
    local found
    if ! command -v dotnet > /dev/null; then
        echo "The .NET SDK 10 is needed, and there is no 'dotnet' on the PATH. See https://dot.net/download." >&2
        return 1
    fi
    found=$(dotnet --list-sdks)
    # A line of the list: 10.0.401 [/usr/share/dotnet/sdk]
    if ! awk -F. '$1 >= 10 { new = 1 } END { exit !new }' <<< "$found"; then
        echo "The .NET SDK 10 or newer is needed; found: ${found:-only the runtime}. See https://dot.net/download." >&2
        return 1
    fi
}

# require_packages REASON PACKAGE... : installs what is missing, or says how.
require_packages() {
    local reason=$1 package missing=()
    shift

    if ! command -v apt-get > /dev/null || ! command -v dpkg-query > /dev/null; then
        echo "No apt-get here, so nothing is installed. Needed, under the names Debian gives them: $*" >&2
        return 0
    fi

    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0

    local as_root=()
    if [[ $EUID -ne 0 ]]; then
        if ! command -v sudo > /dev/null; then
            echo "Missing Debian packages ($reason). Nothing was installed; as root, run:" >&2
            echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi

    echo "Installing ${missing[*]}"
    echo "because $reason."
    # One unreachable source among several is no reason to stop; what is really missing shows in the next step.
    "${as_root[@]}" apt-get -qq update || echo "apt-get update failed; trying with the package lists there are." >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends "${missing[@]}"
}

# "ii" is installed, "hi" installed and held back; "rc" is removed with its settings left behind.
is_installed() {
    dpkg-query --show --showformat='${db:Status-Abbrev}\n' "$1" 2> /dev/null | grep -q '^.i'
}
