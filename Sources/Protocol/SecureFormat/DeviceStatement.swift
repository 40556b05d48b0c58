/// What the owner of an account says of one device: these are its keys. Signed, it is a `DeviceCertificate`.
public struct DeviceStatement: Equatable, Sendable {
    public static let version: UInt8 = 1
    /// Stands in front of what is signed, so that no signature can be taken for one of another kind.
    static let label: StaticString = "martlet device certificate v1"

    static let signingKeyByteCount = 32
    static let encryptionKeyByteCounts = 1...1_024

    public let suite: KeySuite
    public let userID: UInt64
    public let deviceID: UInt64
    /// Ed25519.
    public let signingKey: [UInt8]
    /// `SubjectPublicKeyInfo` in DER: see `RSAPublicKey`.
    public let encryptionKey: [UInt8]
    /// By the signer's clock, in milliseconds since 1970. Nothing depends on it.
    public let issuedAt: UInt64
    /// By rising type, each once.
    public let extensions: [FormatExtension]

    public init(
        suite: KeySuite, userID: UInt64, deviceID: UInt64, signingKey: [UInt8], encryptionKey: [UInt8],
        issuedAt: UInt64, extensions: [FormatExtension] = []
    ) {
        self.suite = suite
        self.userID = userID
        self.deviceID = deviceID
        self.signingKey = signingKey
        self.encryptionKey = encryptionKey
        self.issuedAt = issuedAt
        self.extensions = extensions
    }

    /// What the account's identity key signs.
    public func signedBytes() throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        try writer.label(Self.label)
        try encode(to: &writer)
        return writer.bytes
    }

    func encode(to writer: inout FormatWriter) throws(FormatError) {
        writer.uint8(Self.version)
        writer.uint16(suite.rawValue)
        writer.uint64(userID)
        writer.uint64(deviceID)
        try writer.fixed(signingKey, Self.signingKeyByteCount)
        try writer.opaque(encryptionKey, Self.encryptionKeyByteCounts)
        writer.uint64(issuedAt)
        try FormatExtension.encodeList(extensions, to: &writer)
    }

    static func decode(_ reader: inout FormatReader) throws(FormatError) -> DeviceStatement {
        guard try reader.uint8() == version else { throw .version }
        guard let suite = KeySuite(rawValue: try reader.uint16()) else { throw .suite }
        return DeviceStatement(
            suite: suite, userID: try reader.uint64(), deviceID: try reader.uint64(),
            signingKey: try reader.fixed(signingKeyByteCount),
            encryptionKey: try reader.opaque(encryptionKeyByteCounts),
            issuedAt: try reader.uint64(), extensions: try FormatExtension.decodeList(&reader))
    }
}
