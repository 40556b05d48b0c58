#!/usr/bin/env bash
# Compiles the core of end-to-end encryption for browsers: Web/crypto/martlet-e2ee.wasm, of SecureFormat, E2EE and
# E2EEWasm as Embedded Swift (the standard library without Foundation, reflection and Unicode tables), with the stock
# toolchain. Nothing is done where nothing has changed. Fails when people would have to load more than GZIPPED_MAX.
set -euo pipefail
cd "$(dirname "$0")/.."

GZIPPED_MAX=61440
MEMORY_MAX=$((256 << 20))
STACK=262144

result=Web/crypto/martlet-e2ee.wasm
output=.build/wasm
runtime=Sources/Client/E2EEWasm/Runtime/runtime.c
# From the lowest up; each may import those before it.
modules=(Protocol/SecureFormat Protocol/E2EE Client/E2EEWasm)

# In the standard library's Embedded form the compiler takes some imports that are not there at run time.
allowed='SecureFormat|E2EE'
imports='^ *((public|internal|package|private|fileprivate) +)?import +'
if grep -rnE "$imports" --include='*.swift' "${modules[@]/#/Sources/}" | grep -vE "import +($allowed)\$"; then
    echo "What becomes WebAssembly imports the standard library alone." >&2
    exit 1
fi

# All that goes into it, by content: a fresh checkout has no times that mean anything.
state() {
    swiftc --version 2>/dev/null
    find dev/build-wasm.sh "$runtime" "${modules[@]/#/Sources/}" -type f | LC_ALL=C sort | xargs sha256sum
}
report() {
    local gzipped
    gzipped=$(gzip -9 -n -c "$result" | wc -c)
    echo "$result: $(wc -c <"$result") bytes, $gzipped gzipped (at most $GZIPPED_MAX)"
    if [[ $gzipped -gt $GZIPPED_MAX ]]; then
        echo "Too large: everybody who opens the web client loads it." >&2
        return 1
    fi
}

mkdir -p "$output" "$(dirname "$result")"
state >"$output/state.new"
if [[ -e "$result" ]] && cmp -s "$output/state.new" "$output/state"; then
    report
    exit
fi
rm -f "$output/state"

# The linker and the C compiler come with swiftc.
toolchain="$(dirname "$(readlink -f "$(command -v swiftc)")")"
target=(
    -target wasm32-unknown-none-wasm -wmo -Osize -parse-as-library -enable-experimental-feature Embedded
    -enable-experimental-feature Extern
)
# As in Package.swift.
settings=(
    -swift-version 6 -warnings-as-errors -enable-upcoming-feature ExistentialAny
    -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility
    -enable-upcoming-feature NonisolatedNonsendingByDefault
)

objects=()
for module in "${modules[@]}"; do
    name="$(basename "$module")"
    mapfile -t sources < <(find "Sources/$module" -name '*.swift' | LC_ALL=C sort)
    swiftc "${target[@]}" "${settings[@]}" -module-name "$name" -I "$output" "${sources[@]}" \
        -emit-module -emit-module-path "$output/$name.swiftmodule" -c -o "$output/$name.o"
    objects+=("$output/$name.o")
done
"$toolchain/clang" --target=wasm32-unknown-none-wasm -mbulk-memory -O2 -ffreestanding -fno-builtin -Wall -Wextra \
    -Werror -c "$runtime" -o "$output/runtime.o"
"$toolchain/wasm-ld" --no-entry -z stack-size=$STACK --stack-first --max-memory=$MEMORY_MAX --strip-all --gc-sections \
    "${objects[@]}" "$output/runtime.o" -o "$output/linked.wasm"
mv "$output/linked.wasm" "$result"
mv "$output/state.new" "$output/state"
report
