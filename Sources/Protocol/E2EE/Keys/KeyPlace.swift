internal import SecureFormat

/// Whose a wrapped key is and what for: it opens nowhere else.
public struct KeyPlace: Equatable, Sendable {
    public let purpose: KeyPurpose
    public let userID: UInt64
    /// 0 for an identity key, which is of no device.
    public let deviceID: UInt64

    public init(_ purpose: KeyPurpose, userID: UInt64, deviceID: UInt64) {
        self.purpose = purpose
        self.userID = userID
        self.deviceID = deviceID
    }

    /// `WrappedKeyPlace`.
    var authenticatedBytes: [UInt8] {
        let label: StaticString = "martlet wrapped key v1"
        var writer = FormatWriter()
        writer.uint8(WrappedKey.version)
        writer.uint8(purpose.rawValue)
        writer.uint64(userID)
        writer.uint64(deviceID)
        return label.labelBytes + writer.bytes
    }

    func check(is wanted: KeyPlace) throws(WrappedKeyRefusal) {
        guard purpose == wanted.purpose else { throw .purpose }
        guard userID == wanted.userID else { throw .userID }
        guard deviceID == wanted.deviceID else { throw .deviceID }
    }
}
