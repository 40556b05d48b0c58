// swift-tools-version:6.2
import PackageDescription

/// Every Swift target is compiled the same way: Swift 6 mode, no warnings, imports that state their access level.
let swift: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// A layer is a folder under `Sources/`; `dev/check-layers.py` checks the arrows between them (docs/ARCHITECTURE.md).
func target(
    _ layer: String, _ name: String, _ dependencies: [Target.Dependency] = [], excluding: [String] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(layer)/\(name)", exclude: excluding,
        swiftSettings: swift)
}

func executable(_ layer: String, _ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: "Sources/\(layer)/\(name)", swiftSettings: swift)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        path: "Tests/\(name)Tests",
        swiftSettings: swift
    )
}

func system(_ name: String, pkgConfig: String, package: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
    name: "martlet",
    products: [
        .executable(name: "martletd", targets: ["martletd"]),
        .executable(name: "protoc-gen-martlet", targets: ["protoc-gen-martlet"]),
        .executable(name: "martlet-bench", targets: ["martlet-bench"]),
    ],
    targets: [
        // System: C libraries, and the few lines of C that Swift cannot say.
        .target(name: "CLinux", path: "Sources/System/CLinux"),
        system("COpenSSL", pkgConfig: "libcrypto", package: "libssl-dev"),
        system("CSodium", pkgConfig: "libsodium", package: "libsodium-dev"),
        system("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
        system("CYAML", pkgConfig: "yaml-0.1", package: "libyaml-dev"),
        system("CTLS", pkgConfig: "libssl", package: "libssl-dev"),
        system("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),

        // Core: identifiers, limits, clocks; logs and metrics; the only code that touches primitives.
        target("Core", "Basics", ["CLinux"]),
        target("Core", "Observability", ["Basics"]),
        target("Core", "Cryptography", ["Basics", "COpenSSL", "CSodium"]),

        // Protocol: what stands on the wire.
        target("Protocol", "Protobuf", ["Basics"]),
        target("Protocol", "WireProtocol", ["Protobuf", "Basics"]),
        // What end-to-end encryption shows to the server. Also Embedded Swift: dev/build-wasm.sh.
        target("Protocol", "SecureFormat"),
        // All that touches a secret. Also Embedded Swift; nothing in martletd reaches it.
        target("Protocol", "E2EE", ["SecureFormat"]),

        // Network: one epoll loop per core, pure codecs, and the transport that joins them.
        target("Network", "EventLoop", ["CLinux"]),
        target("Network", "TransportSecurity", ["EventLoop", "CTLS"]),
        target("Network", "HTTPCodec", ["Basics"]),
        target("Network", "Compression", ["CZlib"]),
        target("Network", "HTTPTransport", ["EventLoop", "TransportSecurity", "HTTPCodec", "Basics"]),

        // Drivers: know no table.
        target("Drivers", "SQLiteDriver", ["CSQLite", "Basics"]),

        // Contracts: what one role promises another.
        target("Contracts", "Contracts", ["Protobuf", "WireProtocol", "Cryptography", "Basics"]),

        // Services: domain logic and the ports that somebody must implement.
        target(
            "Services", "Gateway",
            [
                "Contracts", "WireProtocol", "Protobuf", "HTTPTransport", "HTTPCodec", "Compression", "EventLoop",
                "Cryptography", "Observability", "Basics",
            ]),
        target(
            "Services", "Identity",
            ["Contracts", "WireProtocol", "Protobuf", "SecureFormat", "Cryptography", "Basics"]),
        target("Services", "Communication", ["Contracts", "WireProtocol", "Protobuf", "Cryptography", "Basics"]),

        // Backends: implement every service's ports.
        target(
            "Backends", "EmbeddedBackend",
            [
                "Identity", "Communication", "Contracts", "WireProtocol", "Protobuf", "SQLiteDriver", "Cryptography",
                "Observability", "Basics", "CLinux",
            ]),

        // Server: settings, and the only composition root.
        target("Server", "Configuration", ["CYAML", "Basics"]),
        target(
            "Server", "Server",
            [
                "Configuration",
                "Gateway", "Identity", "Communication", "EmbeddedBackend", "Contracts", "WireProtocol", "Protobuf",
                "EventLoop", "Cryptography", "Observability", "Basics", "CLinux",
            ]),
        executable("Server", "martletd", ["Server"]),

        // Client: what runs at people's, never in the server.
        target("Client", "E2EEOpenSSL", ["E2EE", "SecureFormat", "COpenSSL"]),
        // The core as calls of bytes: what WebAssembly exports. Its imports and exports are only in the Embedded form.
        target("Client", "E2EEWasm", ["E2EE", "SecureFormat"], excluding: ["Runtime"]),

        // Tools: not in the server.
        executable("Tools", "protoc-gen-martlet", ["Protobuf"]),
        executable(
            "Tools", "martlet-bench",
            [
                "EventLoop", "HTTPCodec", "HTTPTransport", "WireProtocol", "Protobuf", "Contracts", "Communication",
                "Gateway", "EmbeddedBackend", "Cryptography", "Observability", "Basics", "E2EEOpenSSL", "E2EE",
                "SecureFormat",
            ]),

        // What several test targets share.
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: swift),
        // The messages of Tests/proto, and the program that other implementations of protobuf are compared with.
        .target(
            name: "TestMessages", dependencies: ["Protobuf", "WireProtocol"], path: "Tests/Messages",
            swiftSettings: swift),
        .executableTarget(
            name: "protobuf-testee", dependencies: ["TestMessages", "WireProtocol", "Protobuf"],
            path: "Tests/ProtobufTestee", swiftSettings: swift),
        // What the Swift core makes and reads of envelopes, for the tests that compare implementations.
        .executableTarget(
            name: "e2ee-testee", dependencies: ["E2EE", "E2EEOpenSSL", "SecureFormat"], path: "Tests/E2EETestee",
            swiftSettings: swift),
        // Our ends of TLS, for the tests with peers that are not ours.
        .executableTarget(
            name: "tls-testee", dependencies: ["HTTPTransport", "HTTPCodec", "TransportSecurity", "EventLoop"],
            path: "Tests/TLSTestee", swiftSettings: swift),
        // Communication's ports in memory: the second opinion against which backends are held.
        .target(
            name: "SimulatedBackend",
            dependencies: ["Communication", "Contracts", "WireProtocol", "Protobuf", "Basics"],
            path: "Tests/Simulation", swiftSettings: swift),

        tests(of: "Basics"),
        tests(of: "Observability", ["Basics"]),
        tests(of: "Cryptography", ["Basics", "CSodium"]),
        tests(of: "Protobuf", ["WireProtocol", "TestMessages"]),
        tests(of: "SecureFormat", ["Cryptography"]),
        tests(of: "E2EE", ["E2EEOpenSSL", "SecureFormat"]),
        tests(of: "E2EEOpenSSL", ["E2EE", "SecureFormat", "COpenSSL"]),
        tests(of: "E2EEWasm", ["E2EE", "E2EEOpenSSL", "SecureFormat"]),
        tests(of: "EventLoop"),
        tests(of: "TransportSecurity", ["EventLoop", "CTLS"]),
        tests(of: "Configuration"),
        tests(of: "HTTPCodec", ["Basics"]),
        tests(of: "HTTPTransport", ["EventLoop", "TransportSecurity", "HTTPCodec", "Basics"]),
        tests(of: "SQLiteDriver"),
        tests(
            of: "Gateway",
            [
                "Contracts", "WireProtocol", "Protobuf", "HTTPCodec", "Compression", "Cryptography", "Observability",
                "Basics",
            ]),
        tests(
            of: "Identity",
            [
                "EmbeddedBackend", "Communication", "Contracts", "WireProtocol", "Protobuf", "SecureFormat",
                "Cryptography", "SQLiteDriver", "Observability", "Basics",
            ]),
        tests(
            of: "Server",
            [
                "Gateway", "Communication", "Identity", "EmbeddedBackend", "SimulatedBackend", "Contracts",
                "WireProtocol", "Protobuf", "EventLoop", "HTTPTransport", "HTTPCodec", "Cryptography", "Observability",
                "Basics",
            ]),
        tests(of: "Communication", ["SimulatedBackend", "Contracts", "WireProtocol", "Basics"]),
        tests(
            of: "EmbeddedBackend",
            [
                "Communication", "Identity", "Contracts", "WireProtocol", "Protobuf", "EventLoop", "SQLiteDriver",
                "Observability", "Basics",
            ]),
        // Every backend against the ports' promises, and against a model.
        .testTarget(
            name: "ConformanceTests",
            dependencies: [
                "SimulatedBackend", "EmbeddedBackend", "Communication", "Contracts", "WireProtocol", "Protobuf",
                "Observability", "Basics", "TestSupport",
            ],
            path: "Tests/ConformanceTests", swiftSettings: swift),
        .testTarget(
            name: "PropertyTests",
            dependencies: [
                "SimulatedBackend", "EmbeddedBackend", "Communication", "Contracts", "WireProtocol", "Protobuf", "E2EE",
                "Observability", "Basics", "TestSupport",
            ],
            path: "Tests/PropertyTests", swiftSettings: swift),
    ]
)

// The fuzz targets need a sanitizer in every target that they reach: dev/fuzz.sh builds them, and nothing else does.
if Context.environment["MARTLET_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "martlet-fuzz",
            dependencies: [
                "HTTPCodec", "WireProtocol", "Protobuf", "Contracts", "E2EEOpenSSL", "E2EE", "SecureFormat",
                "Cryptography", "Basics",
            ],
            path: "Fuzz/Targets", swiftSettings: swift))
}
