internal import Cryptography

/// The one random secret of the installation, from which keys for several purposes are made. It is in the store, and
/// never leaves the process.
struct ServerSecret: Sendable {
    static let byteCount = HMACSHA256.byteCount

    private let bytes: [UInt8]

    /// - Parameter bytes: 32 random bytes.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A key of 32 bytes; those for two purposes have nothing to do with each other.
    func key(for purpose: StaticString) -> [UInt8] {
        HMACSHA256.authenticate(purpose.withUTF8Buffer { Array($0) }, key: bytes)
    }
}
