#!/usr/bin/env bash
# Installs the Debian packages that the build and the tests need, and does nothing when all are there.
# What is looked for is the thing itself (a program, a pkg-config module), so that one from elsewhere counts too.
set -euo pipefail

missing=()

need_program() {
    command -v "$1" >/dev/null || missing+=("$2")
}

# Before pkg-config itself is there, every library counts as missing; apt-get skips those that are installed.
need_library() {
    pkg-config --exists "$1" 2>/dev/null || missing+=("$2")
}

need_program git git
# nm: which symbols a program has.
need_program nm binutils
need_program curl curl
need_program pkg-config pkg-config
need_program protoc protobuf-compiler
need_library libcrypto libssl-dev
need_library libssl libssl-dev
# Makes certificates for the tests, and is a client of TLS that is not ours.
need_program openssl openssl
need_library libsodium libsodium-dev
need_library sqlite3 libsqlite3-dev
need_library yaml-0.1 libyaml-dev
need_library zlib zlib1g-dev
need_program python3 python3
# Clients that are not ours, for the tests: a browser, and the WebSocket of node.
need_program chromium chromium
# Node runs the tests of the web client's modules too.
need_program node nodejs
[[ -e /usr/share/nodejs/ws ]] || missing+=(node-ws)
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)

if [[ ${#missing[@]} -eq 0 ]]; then
    exit 0
fi

if ! command -v apt-get >/dev/null; then
    echo "These Debian packages, or their like, are missing and there is no apt-get: ${missing[*]}" >&2
    exit 1
fi

as_root=()
if [[ "$(id -u)" -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
        echo "Run as root, or install sudo first: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "Installing ${missing[*]}"
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
install() {
    "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "${missing[@]}"
}
if ! install >"$log" 2>&1; then
    cat "$log" >&2
    echo "Installing packages failed; the output is above." >&2
    exit 1
fi
