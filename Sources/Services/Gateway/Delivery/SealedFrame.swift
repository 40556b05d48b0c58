internal import HTTPCodec
internal import Protobuf
internal import WireProtocol

/// `message.new` of one entry for many devices: encoded once, and each device's own wrapped key put in.
///
/// The key is the last field of the content, and the content the last of the entry (see the contract), so that what
/// follows it is always the same.
struct SealedFrame {
    /// The ends of content, entry, payload and frame.
    private static let suffix: [UInt8] = Array("}}}}".utf8)

    private let head: [UInt8]
    private let keys: [WrappedKey]

    /// nil for an entry that has keys elsewhere: it is encoded for each device.
    init?(_ entry: Entry) {
        guard let keys = entry.content?.keys, !keys.isEmpty, entry.latestEdit == nil else { return nil }
        var bare = entry
        bare.content?.keys = []
        let bytes = ServerFrame(payload: .messageNew(MessageNew(entry: bare))).jsonBytes()
        guard bytes.suffix(Self.suffix.count).elementsEqual(Self.suffix) else { return nil }
        head = Array(bytes.dropLast(Self.suffix.count))
        self.keys = keys
    }

    func frame(for device: UInt64) -> [UInt8] {
        var payload = head
        if let key = keys.first(where: { $0.deviceID == device }) {
            payload += Array(#","keys":["#.utf8)
            payload += key.jsonBytes()
            payload.append(UInt8(ascii: "]"))
        }
        return WebSocketEncoder.frame(.text, payload + Self.suffix)
    }
}
