#!/usr/bin/env bash
# Compiles for WebAssembly what the server shares with the browser: Embedded Swift (the standard library without
# Foundation, reflection and Unicode tables), with the stock toolchain. A build of the server would not notice what
# Embedded Swift does not have. Then node holds the result against the vectors of Tests/Vectors.
set -euo pipefail
cd "$(dirname "$0")/.."

sources=(Sources/Protocol/SecureFormat/*.swift)
if grep -nE '^ *((public|internal|package|private|fileprivate) +)?import ' "${sources[@]}"; then
    echo "SecureFormat imports the standard library alone." >&2
    exit 1
fi

# The linker and the C compiler come with swiftc.
toolchain="$(dirname "$(readlink -f "$(command -v swiftc)")")"
output=.build/embedded
target=(-target wasm32-unknown-none-wasm -wmo -Osize -parse-as-library -enable-experimental-feature Embedded)
# As in Package.swift.
settings=(
    -swift-version 6 -warnings-as-errors -enable-upcoming-feature ExistentialAny
    -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility
    -enable-upcoming-feature NonisolatedNonsendingByDefault
)
mkdir -p "$output"

swiftc "${target[@]}" "${settings[@]}" -module-name SecureFormat -c "${sources[@]}" -o "$output/SecureFormat.o"

swiftc "${target[@]}" "${settings[@]}" -enable-experimental-feature Extern -module-name Probe \
    -c "${sources[@]}" Tests/Embedded/Probe.swift -o "$output/Probe.o"
"$toolchain/clang" --target=wasm32-unknown-none-wasm -mbulk-memory -O2 -ffreestanding -fno-builtin -Wall -Werror \
    -c Tests/Embedded/runtime.c -o "$output/runtime.o"
"$toolchain/wasm-ld" --no-entry -z stack-size=262144 --stack-first --strip-all --gc-sections \
    "$output/Probe.o" "$output/runtime.o" -o "$output/probe.wasm"
node Tests/Embedded/run.mjs "$output/probe.wasm"
