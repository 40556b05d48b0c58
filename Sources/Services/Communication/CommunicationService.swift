public import Basics
public import Contracts
public import WireProtocol

/// Chats and their logs. All that lasts is behind the ports; what is collected for a moment (positions on their way,
/// the heads to be repeated) lives here. May be called from any thread.
///
/// Each call is a file of its own, named as the use case.
public final class CommunicationService: CommunicationAPI {
    let ports: CommunicationPorts
    let limits: Limits
    let announcer: Announcer
    let positions: PositionCollector
    let news: NewsReader

    /// - Parameter countEntry: told of the kind of every entry once it is durable; on a thread of the backend, which it
    ///   must not hold up.
    public init(
        ports: CommunicationPorts, bus: any EventBus, limits: Limits, clock: MonotonicClock = .system,
        countEntry: @escaping @Sendable (EntryKind) -> Void = { _ in }
    ) {
        self.ports = ports
        self.limits = limits
        announcer = Announcer(bus: bus, clock: clock, count: countEntry)
        positions = PositionCollector(store: ports.positions, announcer: announcer)
        let news = NewsReader(ports: ports)
        self.news = news
        bus.subscribe { news.heard($0) }
    }

    /// Carries a command out and announces it once it is durable.
    ///
    /// Everything up to the log's queue runs without suspension: commands of one connection enter it in the order sent.
    func append(_ command: LogCommand, context: CallContext) async throws(APIError) -> AppendOutcome {
        let announcer = announcer
        let origin = context.originSocket?.rawValue ?? 0
        let outcome: AppendOutcome
        do throws(StoreError) {
            outcome = try await ports.log.append(command) { announcer.announce($0, originSocket: origin) }
        } catch {
            throw error.apiError
        }
        if case .refused(let refusal) = outcome { throw refusal.apiError }
        return outcome
    }

    /// For calls that are answered with one entry.
    func appendEntry(_ command: LogCommand, context: CallContext) async throws(APIError) -> EntryResponse {
        switch try await append(command, context: context) {
        case .appended(let entries):
            return EntryResponse(entry: entries.first?.entry.addressed(to: command.author), replayed: false)
        case .duplicate(let entry): return EntryResponse(entry: entry.addressed(to: command.author), replayed: true)
        case .unchanged(let entry): return EntryResponse(entry: entry?.addressed(to: command.author), replayed: true)
        case .refused(let refusal): throw refusal.apiError
        }
    }

    /// The size of a page that a client asked for; 0 means the default.
    func pageSize(_ limit: UInt32) throws(APIError) -> Int {
        guard limit > 0 else { return limits.pageEntriesDefault }
        guard limit <= limits.pageEntriesMax else {
            throw .invalid(field: "limit", limit: UInt64(limits.pageEntriesMax))
        }
        return Int(limit)
    }
}

extension Entry {
    func addressed(to caller: Caller) -> Entry { addressed(to: caller.deviceID.rawValue) }
}
