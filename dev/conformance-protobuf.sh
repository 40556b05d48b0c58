#!/usr/bin/env bash
# Runs the official protobuf conformance tests (3.21.12, the version of Debian's protoc) on the Swift runtime and the
# generator. The tests' source comes from Debian; the machine's own list of sources is left alone.
# Needs a C++ compiler, libprotobuf-dev and protobuf-compiler. Expected failures, each with its reason, are in
# dev/conformance-expected-failures.txt.
set -euo pipefail
cd "$(dirname "$0")/.."

root="$PWD"
work="$root/.build/conformance"
version=3.21.12
for program in g++ protoc apt-get; do
    command -v "$program" >/dev/null || { echo "$program is missing" >&2; exit 1; }
done
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
cd "$work"

if [[ ! -d "protobuf-$version" ]]; then
    # From wherever this machine gets its packages.
    mirror="$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' | head -n 1)"
    [[ -n "$mirror" ]] || { echo "apt knows no source of Debian bookworm; run apt-get update" >&2; exit 1; }
    cat >debian.sources <<END
Types: deb deb-src
URIs: $mirror
Suites: bookworm
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
END
    apt=(-o "Dir::Etc::sourcelist=$work/debian.sources" -o Dir::Etc::sourceparts=/dev/null
        -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User= -q=2)
    apt-get "${apt[@]}" update
    apt-get "${apt[@]}" source --download-only protobuf
    apt-get "${apt[@]}" download libjsoncpp-dev libjsoncpp25
    for package in libjsoncpp*.deb; do dpkg -x "$package" jsoncpp; done
    tar xf "protobuf_$version.orig.tar.gz"
fi

source="$work/protobuf-$version"
proto3="$source/src/google/protobuf/test_messages_proto3.proto"
if [[ ! -x runner ]]; then
    # Debian removed the copy of jsoncpp from the source.
    mkdir -p "$source/third_party/jsoncpp" cpp
    echo '#include <json/json.h>' >"$source/third_party/jsoncpp/json.h"
    protoc -I "$source/src" -I "$source/conformance" --cpp_out=cpp \
        "$source/conformance/conformance.proto" "$proto3" "${proto3/proto3.proto/proto2.proto}"
    library="$(echo "$work"/jsoncpp/usr/lib/*/libjsoncpp.so.25)"
    g++ -O0 -std=c++14 -w -Icpp -I"$source" -I"$source/conformance" -Ijsoncpp/usr/include/jsoncpp -I"$source/src" \
        "$source"/conformance/{conformance_test,conformance_test_main,conformance_test_runner}.cc \
        "$source"/conformance/{binary_json,text_format}_conformance_suite.cc \
        cpp/conformance.pb.cc $(find cpp -name 'test_messages*.cc') \
        "$library" "-Wl,-rpath,${library%/*}" -lprotobuf -lpthread -o runner
fi

# The testee with the tests' own messages, as a package of its own.
cd "$root"
swift build --product protoc-gen-martlet
plugin="$(swift build --show-bin-path)/protoc-gen-martlet"
rm -rf "$work/package/Sources"
mkdir -p "$work/package/Sources/"{TestMessages,testee}
for target in System/CLinux Core/Basics Protocol/Protobuf; do
    ln -s "$root/Sources/$target" "$work/package/Sources/${target#*/}"
done
ln -s "$root/Tests/Messages/Generated/testee.pb.swift" "$work/package/Sources/TestMessages/"
ln -s "$root"/Tests/ProtobufTestee/{main,Testee}.swift "$work/package/Sources/testee/"
for what in messages types; do
    protoc --plugin=protoc-gen-martlet="$plugin" --martlet_opt="$what" --martlet_out="$work/package/Sources" \
        -I "$source/src" google/protobuf/test_messages_proto3.proto
done
mv "$work"/package/Sources/*.pb.swift "$work/package/Sources/TestMessages/"
types="$work/package/Sources/MessageTypes.swift"
sed '/^import WireProtocol$/d' "$types" >"$work/package/Sources/testee/MessageTypes.swift"
rm "$types"
cat >"$work/package/Package.swift" <<'END'
// swift-tools-version:6.2
import PackageDescription

let swift: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("ExistentialAny"),
]
let package = Package(
    name: "conformance",
    targets: [
        .target(name: "CLinux"),
        .target(name: "Basics", dependencies: ["CLinux"], swiftSettings: swift),
        .target(name: "Protobuf", dependencies: ["Basics"], swiftSettings: swift),
        .target(name: "TestMessages", dependencies: ["Protobuf"], swiftSettings: swift),
        .executableTarget(name: "testee", dependencies: ["TestMessages", "Protobuf"], swiftSettings: swift),
    ])
END
swift build --package-path "$work/package" --product testee
testee="$(swift build --package-path "$work/package" --show-bin-path)/testee"

sed 's/ *#.*//; /^$/d' dev/conformance-expected-failures.txt >"$work/expected-failures.txt"
cd "$work"
# What the runner prints of a failure includes the whole message.
./runner --enforce_recommended --failure_list expected-failures.txt "$testee" 2>&1 | cut -c 1-400
