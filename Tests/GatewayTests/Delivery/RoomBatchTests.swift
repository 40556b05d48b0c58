import Basics
import TestSupport
import Testing
import WireProtocol

@testable import Gateway

@Suite("What a room gets in one tick")
struct RoomBatchTests {
    private static func frame(_ seq: UInt64) -> EntryFrame {
        EntryFrame(Entry(id: "5.\(seq)", chatID: 5, seq: seq, kind: .message, content: Content(text: "text \(seq)")))
    }

    private static func bytes(_ seqs: ClosedRange<UInt64>, _ codec: FrameCodec = .json) -> [UInt8] {
        seqs.flatMap { seq in
            var frame = frame(seq)
            return frame.bytes(for: DeviceID(0), codec)
        }
    }

    private func batch(_ seqs: ClosedRange<UInt64>, json: Bool = true, protobuf: Bool = false) -> RoomBatch {
        var batch = RoomBatch(firstSeq: seqs.lowerBound)
        for seq in seqs { append(seq, to: &batch, json: json, protobuf: protobuf) }
        return batch
    }

    private func append(_ seq: UInt64, to batch: inout RoomBatch, json: Bool = true, protobuf: Bool = false) {
        var frame = Self.frame(seq)
        batch.append(&frame, seq: seq, json: json, protobuf: protobuf)
    }

    @Test("everybody gets all of it, once")
    func all() {
        var batch = batch(4...6)
        for socket in [SocketID(1), SocketID(2)] {
            expect(batch.take(for: socket, .json), RoomBatch.Part(bytes: Self.bytes(4...6), seqs: 4...6))
            expect(batch.take(for: socket, .json), nil)
        }
    }

    @Test("who had a part already gets what has come since")
    func parts() {
        var batch = batch(4...5)
        expect(batch.take(for: SocketID(1), .json), RoomBatch.Part(bytes: Self.bytes(4...5), seqs: 4...5))
        append(6, to: &batch)
        append(7, to: &batch)
        expect(batch.take(for: SocketID(1), .json), RoomBatch.Part(bytes: Self.bytes(6...7), seqs: 6...7))
        expect(batch.take(for: SocketID(2), .json), RoomBatch.Part(bytes: Self.bytes(4...7), seqs: 4...7))
    }

    @Test("who skips gets nothing of what is there")
    func skipping() {
        var batch = batch(4...5)
        batch.skip(SocketID(1), .json)
        expect(batch.take(for: SocketID(1), .json), nil)
        append(6, to: &batch)
        expect(batch.take(for: SocketID(1), .json), RoomBatch.Part(bytes: Self.bytes(6...6), seqs: 6...6))
    }

    @Test("each gets it in its own form, and a form that nobody wants is not made")
    func forms() {
        var both = batch(4...5, protobuf: true)
        expect(both.take(for: SocketID(1), .json), RoomBatch.Part(bytes: Self.bytes(4...5), seqs: 4...5))
        expect(
            both.take(for: SocketID(2), .protobuf), RoomBatch.Part(bytes: Self.bytes(4...5, .protobuf), seqs: 4...5))
        var json = batch(4...5)
        expect(json.take(for: SocketID(2), .protobuf), nil)
    }
}
