internal import Basics
internal import Communication
internal import Contracts
internal import Synchronization
internal import WireProtocol

/// Writers and readers on one store, and what they measured.
final class StoreRun: Sendable {
    struct Part: Sendable {
        var appends = 0
        var pages = 0
        /// From the call to the resumption after the durable commit.
        var appendTimes = LatencyHistogram()
        var pageTimes = LatencyHistogram()
        var usage: ProcessorUsage
    }

    private struct Counts {
        var appends = 0
        var pages = 0
        var appendTimes = LatencyHistogram()
        var pageTimes = LatencyHistogram()
    }

    private static let pageEntries = 50

    private let options: StoreOptions
    private let ports: CommunicationPorts
    /// One text for all: to make them is not what is measured.
    private let content: Content
    private let chats = Mutex<[ChatID]>([])
    private let appended = Atomic<Int>(0)

    init(_ options: StoreOptions, ports: CommunicationPorts) {
        self.options = options
        self.ports = ports
        content = Content(text: RandomText.make(byteCount: options.textBytes))
    }

    // MARK: Before

    /// Makes the chats and the rows that are there before.
    func prepare() async throws(BenchFailure) {
        let chats = Mutex<[ChatID]>([])
        let next = Atomic<Int>(0)
        try await together(options.inFlight) { [options, ports] () throws(StoreError) in
            while next.add(1, ordering: .relaxed).newValue <= options.chats {
                let creation = try await ports.chats.create(Self.newChat) { _ in }
                if case .created(let chat, _, _) = creation { chats.withLock { $0.append(ChatID(chat.id)) } }
            }
        }
        let made = chats.withLock { $0 }
        self.chats.withLock { $0 = made }
        let row = Atomic<Int>(0)
        try await together(options.inFlight) { [self] () throws(StoreError) in
            while row.add(1, ordering: .relaxed).newValue <= options.rows { try await append(to: made) }
        }
    }

    private static let writer = Caller(userID: UserID(1), deviceID: DeviceID(2), sessionID: SessionID(3))

    private static var newChat: NewChat {
        NewChat(type: .group, encryption: .server, name: "", creator: writer, others: [UserID(4)], clientID: nil)
    }

    // MARK: Measuring

    func measure(readers: Int) async throws(BenchFailure) -> Part {
        let chats = chats.withLock { $0 }
        let counts = Mutex(Counts())
        let start = ProcessorUsage(server: nil)
        let end = start.clock + UInt64(options.seconds) * 1_000_000_000
        try await together(options.inFlight + readers, readers: readers) { [self] isReader throws(StoreError) in
            var times = LatencyHistogram()
            var count = 0
            while Clock.monotonic < end {
                let began = Clock.monotonic
                if isReader { try await readPage(of: chats) } else { try await append(to: chats) }
                times.record(Clock.monotonic - began)
                count += 1
            }
            counts.withLock { counts in
                if isReader {
                    counts.pages += count
                    counts.pageTimes.merge(times)
                } else {
                    counts.appends += count
                    counts.appendTimes.merge(times)
                }
            }
        }
        let result = counts.withLock { $0 }
        return Part(
            appends: result.appends, pages: result.pages, appendTimes: result.appendTimes,
            pageTimes: result.pageTimes, usage: ProcessorUsage(server: nil).since(start))
    }

    private func append(to chats: [ChatID]) async throws(StoreError) {
        let command = LogCommand(
            chatID: chats.randomElement() ?? ChatID(0), author: Self.writer,
            action: .send(content: content, replyToSeq: nil, fileIDs: []),
            clientID: ClientID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max)), bodyHash: Self.bodyHash)
        guard case .appended = try await ports.log.append(command, committed: { _ in }) else {
            throw StoreError(.failed)
        }
        appended.add(1, ordering: .relaxed)
    }

    /// As long as the real one.
    private static let bodyHash = [UInt8](repeating: 7, count: 32)

    private func readPage(of chats: [ChatID]) async throws(StoreError) {
        let request = EntryPageRequest(
            chatID: chats.randomElement() ?? ChatID(0), after: nil, before: nil, limit: Self.pageEntries)
        guard try await ports.log.page(request, reader: UserID(4)) != nil else { throw StoreError(.failed) }
    }

    // MARK: After

    /// Every log is without gaps, and together they have as many entries as were appended.
    ///
    /// - Returns: the entries.
    func checkLogs() async throws(BenchFailure) -> Int {
        var count = 0
        do throws(StoreError) {
            for chat in chats.withLock({ $0 }) {
                var last: UInt64 = 0
                while let page = try await ports.log.page(
                    EntryPageRequest(chatID: chat, after: last, before: nil, limit: 200), reader: UserID(4)),
                    !page.entries.isEmpty
                {
                    for entry in page.entries {
                        guard entry.seq == last + 1 else { throw StoreError(.failed) }
                        last = entry.seq
                    }
                }
                count += Int(last)
            }
        } catch {
            throw BenchFailure("a log has a gap, or cannot be read")
        }
        let expected = appended.load(ordering: .relaxed) + options.chats
        guard count == expected else { throw BenchFailure("\(expected) entries were stored, \(count) are there") }
        return count
    }

    // MARK: Many at once

    private func together(
        _ count: Int, _ work: @escaping @Sendable () async throws(StoreError) -> Void
    ) async throws(BenchFailure) {
        try await together(count, readers: 0) { (_: Bool) async throws(StoreError) in try await work() }
    }

    /// - Parameter work: is told whether it is one of the readers.
    private func together(
        _ count: Int, readers: Int, _ work: @escaping @Sendable (Bool) async throws(StoreError) -> Void
    ) async throws(BenchFailure) {
        let failed = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<count {
                group.addTask {
                    do throws(StoreError) {
                        try await work(index < readers)
                        return false
                    } catch {
                        return true
                    }
                }
            }
            var failed = false
            for await one in group { failed = failed || one }
            return failed
        }
        if failed { throw BenchFailure("the store refused work; its log line says why") }
    }
}
