internal import SecureFormat

/// The secret of one message: new for each sealing, wrapped for each device of the roster.
struct ContentKey: Equatable, Sendable {
    static let byteCount = 32

    let bytes: [UInt8]

    /// - Returns: nil unless it has the length of one.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    private init(random bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func random<Provider: CryptoProvider>(_: Provider.Type) throws(PrimitiveFailure) -> ContentKey {
        ContentKey(random: try Provider.random(byteCount))
    }
}
