import Basics
import HTTPCodec
import Protobuf
import Testing
import WireProtocol

@testable import Gateway

@Suite("An entry for many devices")
struct SealedFrameTests {
    private static func content(_ devices: [UInt64]) -> Content {
        Content(
            scheme: "martlet.envelope.v1", ciphertext: [1, 2, 3], rosterVersion: 7,
            keys: devices.map { WrappedKey(deviceID: $0, key: [UInt8](repeating: UInt8($0), count: 300)) })
    }

    private static func entry(_ content: Content?, latestEdit: Content? = nil) -> Entry {
        Entry(
            id: "5.9", chatID: 5, seq: 9, kind: .message, clientID: "c", fileIDs: [3],
            latestEdit: latestEdit.map { LatestEdit(seq: 10, content: $0) }, content: content)
    }

    private static func plain(_ entry: Entry) -> [UInt8] {
        WebSocketEncoder.frame(.text, ServerFrame(payload: .messageNew(MessageNew(entry: entry))).jsonBytes())
    }

    static let entries = [
        entry(content([1, 2, 200])), entry(content([2]), latestEdit: content([1, 2])), entry(Content(text: "}}}}")),
        entry(nil), entry(nil, latestEdit: content([1])),
    ]

    @Test("each device gets what it would get if the entry were encoded for it alone", arguments: entries)
    func everyDevice(entry: Entry) {
        var frame = EntryFrame(entry)
        for device in [1, 2, 3, 200] as [UInt64] {
            #expect(frame.bytes(for: DeviceID(device), .json) == Self.plain(entry.addressed(to: device)))
        }
    }

    @Test("with keys in the content alone it is encoded once")
    func once() {
        #expect(SealedFrame(Self.entries[0]) != nil)
        #expect(SealedFrame(Self.entries[1]) == nil)
        #expect(SealedFrame(Self.entries[2]) == nil)
    }
}
