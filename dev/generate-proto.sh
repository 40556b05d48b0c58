#!/usr/bin/env bash
# Generates everything that follows from proto/martlet/v1, and the messages of Tests/proto for the runtime's tests. Run
# it after every change of a .proto or of the generator, and commit what it writes.
# Needs protoc (Debian: protobuf-compiler) and python3 with venv. SCRATCH_PATH: where the generator is built.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch="${SCRATCH_PATH:-.build}"
venv=.build/venv
messages=Sources/Protocol/WireProtocol/Generated
services=Sources/Contracts/Contracts/Generated
wellknown=Sources/Protocol/Protobuf/Generated
tests=Tests/Messages/Generated
testee=Tests/ProtobufTestee/Generated

command -v protoc >/dev/null || { echo "protoc is missing: apt-get install protobuf-compiler" >&2; exit 1; }

dev/make-venv.sh
packages="$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"

swift build --scratch-path "$scratch" --product protoc-gen-martlet
plugin="$(swift build --scratch-path "$scratch" --show-bin-path)/protoc-gen-martlet"

# Generated elsewhere first: when protoc fails, what is there stays as it was.
output="$(mktemp -d)"
trap 'rm -rf "$output"' EXIT
# generate <what> <folder> <proto>...
generate() {
    mkdir "$output/$2"
    protoc --plugin=protoc-gen-martlet="$plugin" --martlet_out="$output/$2" --martlet_opt="$1" \
        -I proto -I Tests/proto -I "$packages/grpc_tools/_proto" -I "$packages" "${@:3}"
}
generate messages messages proto/martlet/v1/*.proto
generate calls calls proto/martlet/v1/*.proto
generate services services proto/martlet/v1/*.proto
generate documents documents proto/martlet/v1/*.proto
generate embedded embedded proto/martlet/v1/*.proto
generate module module proto/martlet/v1/*.proto
generate test-module testmodule Tests/proto/everything.proto
generate messages wellknown \
    "$packages"/grpc_tools/_proto/google/protobuf/{any,duration,empty,field_mask,struct,wrappers}.proto
generate messages tests Tests/proto/*.proto
generate types testee Tests/proto/*.proto proto/martlet/v1/*.proto

# publish <folder> <where it goes>: files there that are no longer generated go.
publish() {
    mkdir -p "$2"
    local file name
    for file in "$2"/*; do
        name="$(basename "$file")"
        [[ -e "$output/$1/$name" ]] || rm -f "$file"
    done
    # Files that are the same stay untouched, so that nothing is compiled again for them.
    for file in "$output/$1"/*; do
        name="$(basename "$file")"
        cmp -s "$file" "$2/$name" || cp "$file" "$2/$name"
    done
}
mv "$output"/embedded/* "$output/services/"
mv "$output"/calls/* "$output/messages/"
publish documents docs/api
publish module Web/contracts/Generated
publish testmodule Tests/Web/Generated
publish messages "$messages"
publish services "$services"
publish wellknown "$wellknown"
publish tests "$tests"
publish testee "$testee"
