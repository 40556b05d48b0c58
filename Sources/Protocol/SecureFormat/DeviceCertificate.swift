/// The keys of one device, signed with the identity key of the account to which it belongs. Layout: docs/encryption.md.
public struct DeviceCertificate: Equatable, Sendable {
    /// Longer ones are not looked at.
    public static let byteCountMax = 2_048
    /// Ed25519 (RFC 8032 §5.1.6).
    public static let signatureByteCount = 64

    public let statement: DeviceStatement
    public let signature: [UInt8]

    public init(_ statement: DeviceStatement, signature: [UInt8]) {
        self.statement = statement
        self.signature = signature
    }

    /// Reads what `encoded` wrote. Says nothing of the signature.
    public init(decoding bytes: [UInt8]) throws(FormatError) {
        guard bytes.count <= Self.byteCountMax else { throw .length }
        var reader = FormatReader(bytes)
        statement = try DeviceStatement.decode(&reader)
        signature = try reader.fixed(Self.signatureByteCount)
        try reader.finish()
    }

    public func encoded() throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        try statement.encode(to: &writer)
        try writer.fixed(signature, Self.signatureByteCount)
        return writer.bytes
    }
}
