/// One device of a roster, as it goes into the roster's hash.
public struct RosterDevice: Equatable, Sendable {
    /// Stands in front of what is hashed.
    static let label: StaticString = "martlet roster v1"
    static let listByteCounts = 0...65_535

    public let deviceID: UInt64
    /// SHA-256 of the device's certificate.
    public let certificateHash: [UInt8]

    public init(deviceID: UInt64, certificateHash: [UInt8]) {
        self.deviceID = deviceID
        self.certificateHash = certificateHash
    }

    /// What the hash of a roster is made of.
    ///
    /// - Parameter devices: by rising id, each once; the caller sees to that.
    public static func hashedBytes(_ devices: [RosterDevice]) throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        try writer.label(label)
        try writer.vector(listByteCounts) { (inside) throws(FormatError) in
            for device in devices {
                inside.uint64(device.deviceID)
                try inside.fixed(device.certificateHash, EnvelopeHeader.hashByteCount)
            }
        }
        return writer.bytes
    }
}
