#!/usr/bin/env bash
# Proves that the committed contracts are what the generator makes of proto/: regenerates, and allows no difference.
# Compares with the files as they were, not with the last commit, so that it also serves before one.
set -euo pipefail
cd "$(dirname "$0")/.."

folders=(
    Sources/Protocol/WireProtocol/Generated
    Sources/Contracts/Contracts/Generated
    docs/api
    Web/contracts/Generated
    Tests/Web/Generated
    Sources/Protocol/Protobuf/Generated
    Tests/Messages/Generated
    Tests/ProtobufTestee/Generated
)
before="$(mktemp -d)"
trap 'rm -rf "$before"' EXIT

for folder in "${folders[@]}"; do
    mkdir -p "$before/$folder"
    if [[ -d "$folder" ]]; then
        cp -R "$folder/." "$before/$folder"
    fi
done

dev/generate-proto.sh

different=0
for folder in "${folders[@]}"; do
    diff -r -u "$before/$folder" "$folder" || different=1
done
if [[ "$different" -ne 0 ]]; then
    echo "The generated contracts were not up to date with proto/ and the generator." >&2
    echo "They are now: look at the difference and commit it." >&2
    exit 1
fi
