#!/usr/bin/env bash
# Compiles for WebAssembly what the server shares with the browser: Embedded Swift (the standard library without
# Foundation, reflection and Unicode tables), with the stock toolchain. A build of the server would not notice what
# Embedded Swift does not have.
set -euo pipefail
cd "$(dirname "$0")/.."

modules=(SecureFormat)
# As in Package.swift.
settings=(
    -swift-version 6 -warnings-as-errors -enable-upcoming-feature ExistentialAny
    -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility
    -enable-upcoming-feature NonisolatedNonsendingByDefault
)
output=.build/embedded
mkdir -p "$output"

for module in "${modules[@]}"; do
    sources=(Sources/Protocol/"$module"/*.swift)
    if grep -nE '^ *((public|internal|package|private|fileprivate) +)?import ' "${sources[@]}"; then
        echo "$module imports the standard library alone." >&2
        exit 1
    fi
    swiftc -target wasm32-unknown-none-wasm -enable-experimental-feature Embedded -wmo -Osize -parse-as-library \
        "${settings[@]}" -module-name "$module" -emit-module -emit-module-path "$output/$module.swiftmodule" \
        -c "${sources[@]}" -o "$output/$module.o"
    echo "$module: $(stat -c %s "$output/$module.o") bytes of WebAssembly"
done
