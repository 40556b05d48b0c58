internal import EventLoop
internal import HTTPTransport
internal import Protobuf
internal import WireProtocol

/// The run of `martlet-bench room`. On the loop.
final class RoomRun {
    private enum Phase { case joining, warmingUp, measuring, ended }

    private static let second: UInt64 = 1_000_000_000

    private let options: RoomOptions
    private let account: PairAccount
    private let loop: EventLoop
    private var phase = Phase.joining
    private var readers: [WebSocket] = []
    private var writer: WebSocket?
    private var frame: MessageFrame
    private var sent = 0
    /// When the messages under way were sent, by their sequence.
    private var sentAt: [UInt64: UInt64] = [:]
    private var nextSeq: UInt64
    private var deliveries = 0
    private var messages = 0
    private var times = LatencyHistogram()
    private var start: ProcessorUsage?
    private var startBytes = 0
    private var slowEnded = 0
    private var completion: ((Result<RoomReport, BenchFailure>) -> Void)?

    init(_ options: RoomOptions, _ account: PairAccount, loop: EventLoop) {
        self.options = options
        self.account = account
        self.loop = loop
        frame = MessageFrame(chatID: account.chatID, textBytes: options.textBytes)
        nextSeq = account.lastSeq + 1
    }

    func join() async throws(BenchFailure) {
        for index in 0..<options.sockets {
            let isSlow = index < options.slow
            var lastSeq = account.lastSeq
            let member = SilentMember(
                received: { [unowned self] in received($0, lastSeq: &lastSeq) },
                ended: { [unowned self] in readerEnded($0, isSlow: isSlow) })
            let socket = try await member.join(options.server, token: account.readerToken)
            if isSlow { socket.pauseReading() }
            readers.append(socket)
        }
        let member = SilentMember(
            received: { [unowned self] in answered($0) },
            ended: { [unowned self] in fail(BenchFailure("the writer's connection was closed \($0)")) })
        writer = try await member.join(options.server, token: account.writerToken)
    }

    func measure() async throws(BenchFailure) -> RoomReport {
        let result: Result<RoomReport, BenchFailure> = await withCheckedContinuation { continuation in
            completion = { continuation.resume(returning: $0) }
            phase = .warmingUp
            for _ in 0..<options.inFlight { send() }
            loop.schedule(afterNanoseconds: Self.second) { _ in self.begin() }
        }
        return try result.get()
    }

    // MARK: Messages

    private func send() {
        sent += 1
        frame.setNumber(MessageFrame.number(pair: 0, message: sent))
        // One writes alone, so entries come in the order of the sends.
        sentAt[nextSeq] = Clock.monotonic
        nextSeq += 1
        writer?.sendText(frame.bytes)
    }

    private func answered(_ payload: UnsafeRawBufferPointer) {
        guard let entry = EntryFrame(scanning: payload), entry.kind == .accepted else {
            return fail(BenchFailure("the writer got \(String(decoding: payload.prefix(200), as: UTF8.self))"))
        }
        if phase == .measuring { messages += 1 }
        // Old ones are no longer under way.
        sentAt[entry.seq &- 1_000] = nil
        send()
    }

    private func received(_ payload: UnsafeRawBufferPointer, lastSeq: inout UInt64) {
        guard let entry = EntryFrame(scanning: payload), entry.kind == .new else { return }
        guard entry.seq == lastSeq + 1 else {
            return fail(BenchFailure("entry \(entry.seq) after \(lastSeq) on a socket that reads"))
        }
        lastSeq = entry.seq
        guard phase == .measuring else { return }
        deliveries += 1
        if let begun = sentAt[entry.seq] { times.record(Clock.monotonic - begun) }
    }

    private func readerEnded(_ why: String, isSlow: Bool) {
        guard !isSlow else { return slowEnded += 1 }
        fail(BenchFailure("a reader's connection was closed \(why)"))
    }

    // MARK: The window

    private func begin() {
        guard phase == .warmingUp else { return }
        phase = .measuring
        start = ProcessorUsage(server: options.server.process)
        startBytes = residentBytes
        loop.schedule(afterNanoseconds: UInt64(options.seconds) * Self.second) { _ in self.end() }
    }

    private var residentBytes: Int { options.server.process.flatMap(ProcessorUsage.residentBytes).map { Int($0) } ?? 0 }

    private func end() {
        guard phase == .measuring, let start else { return }
        finish(
            .success(
                RoomReport(
                    options: options, deliveries: deliveries, messages: messages, deliveryTimes: times,
                    usage: ProcessorUsage(server: options.server.process).since(start),
                    grownBytes: residentBytes - startBytes)))
    }

    private func fail(_ failure: BenchFailure) { finish(.failure(failure)) }

    private func finish(_ result: Result<RoomReport, BenchFailure>) {
        phase = .ended
        let completion = completion
        self.completion = nil
        completion?(result)
    }
}
