import Basics
import Synchronization
import WireProtocol

/// Content as a client seals it, as far as the server can tell: other bytes each time, and a key for each device.
struct SealedContent: Sendable {
    let content: Content
    private let number: UInt64

    static let scheme = "martlet.envelope.v1"
    private static let count = Atomic<UInt64>(0)

    init(for roster: GetChatKeysResponse) {
        self.init(for: roster.devices.map(\.deviceID), rosterVersion: roster.rosterVersion)
    }

    init(for devices: [UInt64], rosterVersion: UInt64) {
        let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
        self.number = number
        content = Content(
            scheme: Self.scheme, ciphertext: Array("ciphertext \(number)".utf8), rosterVersion: rosterVersion,
            keys: devices.map { WrappedKey(deviceID: $0, key: Self.key(number, of: $0)) })
    }

    func key(of device: UInt64) -> [UInt8] { Self.key(number, of: device) }

    /// As the one device receives it.
    func addressed(to device: UInt64) -> Content {
        var content = content
        content.keys = content.keys.filter { $0.deviceID == device }
        return content
    }

    /// The keys of all other devices, as they would stand in JSON.
    func foreignKeyTexts(for device: UInt64) -> [String] {
        content.keys.filter { $0.deviceID != device }.map { Base64URL.encode($0.key) }
    }

    /// 30 letters and digits: their base64 has no padding and none of the characters in which its alphabets differ.
    private static func key(_ number: UInt64, of device: UInt64) -> [UInt8] {
        let (number, device) = ("\(number)", "\(device)")
        let zeros = String(repeating: "0", count: 30 - 2 - number.utf8.count - device.utf8.count)
        return Array("k\(device)n\(zeros)\(number)".utf8)
    }
}
