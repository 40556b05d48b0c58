internal import Glibc

/// An authority that issues certificates for tests, made by the `openssl` program in a directory that goes with it.
public final class TestAuthority: Sendable {
    public struct CannotMake: Error {
        public let arguments: [String]
    }

    /// A certificate with its key, both in PEM.
    public struct Issued: Sendable {
        public let certificatePath: String
        public let keyPath: String
    }

    private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]

    private let directory: TemporaryDirectory
    /// The authority's own certificate, in PEM.
    public var certificatePath: String { path("authority.pem") }

    public init() throws {
        directory = try TemporaryDirectory()
        try Self.openssl(
            ["req", "-x509"] + Self.newKey + [
                "-keyout", path("authority.key"), "-out", path("authority.pem"), "-subj", "/CN=Test authority", "-days",
                "2",
                "-addext", "basicConstraints=critical,CA:true",
            ])
    }

    /// Issues a certificate.
    ///
    /// - Parameters:
    ///   - names: as openssl writes them: `DNS:localhost,IP:127.0.0.1`.
    ///   - days: from now on; -1 makes one that has expired.
    public func issue(_ names: String, days: Int = 2) throws -> Issued {
        let stem = names.filter { $0.isLetter || $0.isNumber } + "\(days)"
        let issued = Issued(certificatePath: path("\(stem).pem"), keyPath: path("\(stem).key"))
        try Self.openssl(
            ["req"] + Self.newKey + [
                "-keyout", issued.keyPath, "-out", path("\(stem).csr"), "-subj", "/CN=Test", "-addext",
                "subjectAltName=\(names)",
            ])
        try Self.openssl([
            "x509", "-req", "-in", path("\(stem).csr"), "-CA", path("authority.pem"), "-CAkey", path("authority.key"),
            "-CAcreateserial", "-days", "\(days)", "-copy_extensions", "copy", "-out", issued.certificatePath,
        ])
        return issued
    }

    /// A file of its own among those of the authority.
    public func write(_ text: String, as name: String) -> String {
        let file = fopen(path(name), "w")
        fputs(text, file)
        fclose(file)
        return path(name)
    }

    private func path(_ name: String) -> String { "\(directory.path)/\(name)" }

    private static func openssl(_ arguments: [String]) throws(CannotMake) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // It tells its progress there.
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        let words: [UnsafeMutablePointer<CChar>?] = (["openssl"] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        var status: Int32 = -1
        guard posix_spawnp(&child, "openssl", &actions, nil, words + [nil], environ) == 0,
            waitpid(child, &status, 0) == child, status == 0
        else { throw CannotMake(arguments: arguments) }
    }
}
