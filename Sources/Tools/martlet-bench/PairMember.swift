internal import HTTPTransport
internal import Protobuf
internal import WireProtocol

/// One of a pair, on its WebSocket.
final class PairMember: WebSocketHandler {
    private let pair: Pair
    private let isWriter: Bool
    private unowned let run: PairsRun

    init(of pair: Pair, isWriter: Bool, run: PairsRun) {
        self.pair = pair
        self.isWriter = isWriter
        self.run = run
    }

    func message(_ payload: UnsafeRawBufferPointer, isText: Bool, on socket: WebSocket) {
        do throws(BenchFailure) {
            if let entry = EntryFrame(scanning: payload) { return try take(entry) }
            try take(try decode(payload), payload)
        } catch {
            run.fail(error)
        }
    }

    func closed(_ socket: WebSocket, code: UInt16?) {
        let why = code.map { "with code \($0)" } ?? socket.closeReason.map { "(\($0))" } ?? ""
        run.fail(BenchFailure("pair \(pair.index): the \(role)'s connection was closed \(why)"))
    }

    private var role: String { isWriter ? "writer" : "reader" }

    private func take(_ entry: EntryFrame) throws(BenchFailure) {
        switch (isWriter, entry.kind) {
        case (true, .accepted):
            let sentAt = try pair.acceptedNext(entry)
            try run.accepted(pair, sentAt: sentAt)
        case (false, .new):
            let sentAt = try pair.deliveredNext(entry)
            run.delivered(sentAt: sentAt)
        default:
            throw BenchFailure("pair \(pair.index): the \(role) got a \(entry.kind) frame, \(entry.seq)")
        }
    }

    /// What is not an entry; an error frame is shown as it came.
    private func take(_ frame: ServerFrame, _ payload: UnsafeRawBufferPointer) throws(BenchFailure) {
        if let entry = EntryFrame(frame) { return try take(entry) }
        switch frame.payload {
        case .sessionReady?: try run.memberIsReady()
        case .error?:
            throw BenchFailure("pair \(pair.index): the \(role) got \(String(decoding: payload, as: UTF8.self))")
        case .sessionGoingAway?: throw BenchFailure("the server is going away")
        default: break
        }
    }

    private func decode(_ payload: UnsafeRawBufferPointer) throws(BenchFailure) -> ServerFrame {
        do {
            return try ServerFrame(json: payload)
        } catch {
            throw BenchFailure("cannot read a frame: \(error): \(String(decoding: payload.prefix(200), as: UTF8.self))")
        }
    }
}
