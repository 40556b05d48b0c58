internal import CTLS
internal import Glibc

/// Why there is no TLS to be had with these settings.
public struct TLSContextError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: Sendable, Equatable {
        /// The file cannot be read.
        case unreadable
        /// The file has no certificate in PEM.
        case noCertificate
        /// The file has no private key in PEM without a passphrase.
        case noKey
        /// The key is not that of the certificate.
        case keyMismatch
        /// The system's authorities cannot be loaded.
        case noSystemTrust
        /// The peer's name is none.
        case badName
        /// OpenSSL refuses what it should know, or there is no memory.
        case libraryFailed
    }

    public let kind: Kind
    /// One sentence for a person: what is wrong, and what to do next.
    public let message: String

    public var description: String { message }

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
        // Nobody else reads the thread's queue: what is left there would be found by the next call.
        ERR_clear_error()
    }

    static var libraryFailed: TLSContextError {
        TLSContextError(.libraryFailed, "OpenSSL cannot do TLS as it is needed; check that version 3 is installed")
    }

    /// Throws unless the file can be read.
    static func checkReadable(_ path: String) throws(TLSContextError) {
        if access(path, R_OK) == 0 { return }
        throw TLSContextError(.unreadable, "cannot read \(path) (\(String(cString: strerror(errno)))); check its name")
    }
}
