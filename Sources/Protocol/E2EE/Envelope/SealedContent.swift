/// The `content` of an entry, apart from the name of its scheme.
public struct SealedContent: Equatable, Sendable {
    public let ciphertext: [UInt8]
    public let rosterVersion: UInt64
    /// From a sender: one for each device of the roster. To a device: its own, if it has one.
    public let keys: [DeviceKey]

    public init(ciphertext: [UInt8], rosterVersion: UInt64, keys: [DeviceKey]) {
        self.ciphertext = ciphertext
        self.rosterVersion = rosterVersion
        self.keys = keys
    }
}
