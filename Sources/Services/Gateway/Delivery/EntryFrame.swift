internal import Basics
internal import HTTPCodec
internal import Protobuf
internal import WireProtocol

/// `message.new` of one entry, encoded when the first receiver wants it.
struct EntryFrame {
    private enum Encoded {
        case forAll(SharedFrame)
        case sealed(SealedFrame)
        /// Keys of several contents in one entry: rare enough to encode it for each device.
        case forEach
    }

    private let entry: Entry
    private var encoded: Encoded

    init(_ entry: Entry) {
        self.entry = entry
        if entry.hasKeys {
            encoded = SealedFrame(entry).map { .sealed($0) } ?? .forEach
        } else {
            encoded = .forAll(SharedFrame(.messageNew(MessageNew(entry: entry))))
        }
    }

    /// Whether all devices get the same.
    var isShared: Bool {
        if case .forAll = encoded { true } else { false }
    }

    /// The bytes of the WebSocket frame for a device: with no key but its own.
    mutating func bytes(for device: DeviceID, _ codec: FrameCodec) -> [UInt8] {
        switch encoded {
        case .forAll(var frame):
            let bytes = frame.bytes(codec)
            encoded = .forAll(frame)
            return bytes
        case .sealed(let frame) where codec == .json: return frame.frame(for: device.rawValue)
        case .sealed, .forEach:
            var own = SharedFrame(.messageNew(MessageNew(entry: entry.addressed(to: device.rawValue))))
            return own.bytes(codec)
        }
    }
}
