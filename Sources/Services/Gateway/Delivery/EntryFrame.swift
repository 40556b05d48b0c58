internal import Basics
internal import HTTPCodec
internal import Protobuf
internal import WireProtocol

/// `message.new` of one entry, encoded when the first receiver wants it.
struct EntryFrame {
    private enum Encoded {
        case forAll([UInt8])
        case sealed(SealedFrame)
        /// Keys of several contents in one entry: rare enough to encode it for each device.
        case forEach
    }

    private let entry: Entry
    private var encoded: Encoded?

    init(_ entry: Entry) {
        self.entry = entry
    }

    /// The bytes of the WebSocket frame for a device: with no key but its own.
    mutating func bytes(for device: DeviceID) -> [UInt8] {
        let encoded = self.encoded ?? encode()
        self.encoded = encoded
        switch encoded {
        case .forAll(let bytes): return bytes
        case .sealed(let frame): return frame.frame(for: device.rawValue)
        case .forEach: return Self.plain(entry.addressed(to: device.rawValue))
        }
    }

    private func encode() -> Encoded {
        guard entry.hasKeys else { return .forAll(Self.plain(entry)) }
        return SealedFrame(entry).map { .sealed($0) } ?? .forEach
    }

    private static func plain(_ entry: Entry) -> [UInt8] {
        WebSocketEncoder.frame(.text, ServerFrame(payload: .messageNew(MessageNew(entry: entry))).jsonBytes())
    }
}
