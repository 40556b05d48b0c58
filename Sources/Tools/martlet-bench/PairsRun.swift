internal import EventLoop
internal import HTTPCodec
internal import HTTPTransport
internal import Protobuf
internal import WireProtocol

/// The run of `martlet-bench pairs`, from the first socket to the last message. On the loop.
final class PairsRun {
    private enum Phase { case joining, warmingUp, measuring, draining, ended }

    private static let second: UInt64 = 1_000_000_000
    /// Nothing has come for this many seconds: what is missing will not come.
    private static let patience = 10

    private let options: PairsOptions
    private let loop: EventLoop
    private var phase = Phase.joining
    private var pairs: [Pair] = []
    private var readyMembers = 0
    private var windowMessages = 0
    private var acceptedTimes = LatencyHistogram()
    private var deliveryTimes = LatencyHistogram()
    private var start: ProcessorUsage?
    private var report: PairsReport?
    private var failure: BenchFailure?
    private var completion: ((Result<PairsReport, BenchFailure>) -> Void)?
    private var steps = 0
    private var quietSeconds = 0

    init(_ options: PairsOptions, loop: EventLoop) {
        self.options = options
        self.loop = loop
    }

    // MARK: Joining

    /// Connects both members of a pair.
    func join(_ account: PairAccount) async throws(BenchFailure) {
        let pair = Pair(account, textBytes: options.textBytes)
        pairs.append(pair)
        _ = try await connect(PairMember(of: pair, isWriter: false, run: self), token: account.readerToken)
        pair.writer = try await connect(PairMember(of: pair, isWriter: true, run: self), token: account.writerToken)
    }

    private func connect(_ member: PairMember, token: String) async throws(BenchFailure) -> WebSocket {
        let settings = WebSocketClient.Options(
            endpoint: options.endpoint, target: "/v1/ws", headers: ["Authorization": "Bearer \(token)"],
            subprotocols: ["martlet.v1.json"], sendLimits: SendLimits(hardBytes: 1 << 30))
        do {
            let socket = try await WebSocketClient.connect(settings, on: loop, handler: member)
            socket.sendText(ClientFrame(id: "resume", payload: .sessionResume(SessionResume())).jsonBytes())
            return socket
        } catch {
            throw BenchFailure("cannot open a WebSocket: \(error)")
        }
    }

    /// One member has its `session.ready`.
    func memberIsReady() throws(BenchFailure) {
        steps += 1
        readyMembers += 1
        try beginWhenReady()
    }

    /// Measures, when all have joined.
    func measure() async throws(BenchFailure) -> PairsReport {
        let result: Result<PairsReport, BenchFailure> = await withCheckedContinuation { continuation in
            completion = { continuation.resume(returning: $0) }
            watch()
            do throws(BenchFailure) {
                if let failure { throw failure }
                try beginWhenReady()
            } catch {
                fail(error)
            }
        }
        return try result.get()
    }

    // MARK: Messages

    private func beginWhenReady() throws(BenchFailure) {
        guard phase == .joining, completion != nil, readyMembers == 2 * options.pairs else { return }
        phase = .warmingUp
        loop.schedule(afterNanoseconds: Self.second) { _ in self.beginWindow() }
        for pair in pairs {
            for _ in 0..<options.inFlight { try pair.send() }
        }
    }

    /// A writer has its answer: it sends the next message, unless the time is over.
    func accepted(_ pair: Pair, sentAt: UInt64) throws(BenchFailure) {
        steps += 1
        switch phase {
        case .measuring:
            windowMessages += 1
            acceptedTimes.record(Clock.monotonic - sentAt)
            try pair.send()
        case .draining: endWhenDrained()
        default: try pair.send()
        }
    }

    /// A reader has a message.
    func delivered(sentAt: UInt64) {
        steps += 1
        switch phase {
        case .measuring: deliveryTimes.record(Clock.monotonic - sentAt)
        case .draining: endWhenDrained()
        default: break
        }
    }

    // MARK: The window

    private func beginWindow() {
        guard phase == .warmingUp else { return }
        phase = .measuring
        start = ProcessorUsage(server: options.serverProcess)
        loop.schedule(afterNanoseconds: UInt64(options.seconds) * Self.second) { _ in self.endWindow() }
    }

    private func endWindow() {
        guard phase == .measuring, let start else { return }
        phase = .draining
        report = PairsReport(
            options: options, messages: windowMessages, acceptedTimes: acceptedTimes, deliveryTimes: deliveryTimes,
            usage: ProcessorUsage(server: options.serverProcess).since(start),
            serverResidentBytes: options.serverProcess.flatMap(ProcessorUsage.residentBytes))
        if windowMessages == 0 { fail(BenchFailure("no message was accepted within \(options.seconds) s")) }
        endWhenDrained()
    }

    private func endWhenDrained() {
        guard phase == .draining, var report, missing == 0 else { return }
        phase = .ended
        report.checkedMessages = pairs.reduce(0) { $0 + $1.delivered }
        finish(.success(report))
    }

    /// Answers and messages that have to come yet.
    private var missing: Int { pairs.reduce(0) { $0 + 2 * $1.sent - $1.accepted - $1.delivered } }

    // MARK: The end

    /// Ends the run with that failure, if it is the first one.
    func fail(_ failure: BenchFailure) {
        guard phase != .ended else { return }
        phase = .ended
        self.failure = failure
        finish(.failure(failure))
    }

    private func finish(_ result: Result<PairsReport, BenchFailure>) {
        let completion = completion
        self.completion = nil
        completion?(result)
    }

    /// Fails a run in which nothing happens any more.
    private func watch() {
        let before = steps
        loop.schedule(afterNanoseconds: Self.second) { [self] _ in
            guard phase != .ended else { return }
            quietSeconds = steps == before ? quietSeconds + 1 : 0
            if quietSeconds < Self.patience { return watch() }
            let what = phase == .joining ? "\(2 * options.pairs - readyMembers) sessions" : "\(missing) frames"
            fail(BenchFailure("nothing came for \(Self.patience) s; \(what) are missing"))
        }
    }
}
