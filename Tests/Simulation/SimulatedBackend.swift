public import Basics
public import Communication
public import Contracts
internal import WireProtocol

/// An implementation of every port of Communication in memory: deterministic, and with faults at a test's word.
public final class SimulatedBackend: Sendable {
    public let communication: CommunicationPorts
    public let news = SimulatedNews()
    private let commits: SimulatedCommits

    /// - Parameter durableConsumers: those for whom the outbox keeps every entry.
    public init(limits: Limits = Limits(), clock: WallClock, durableConsumers: [String] = []) {
        let store = SimulatedStore(limits: limits, durableConsumers: durableConsumers)
        let commits = SimulatedCommits(store: store, clock: clock)
        self.commits = commits
        communication = CommunicationPorts(
            chats: SimulatedChatDirectory(commits: commits), log: SimulatedMessageLog(commits: commits),
            positions: SimulatedPositionStore(commits: commits), devices: SimulatedDeviceProjection(commits: commits),
            people: SimulatedPeopleProjection(commits: commits), outbox: SimulatedOutbox(commits: commits), news: news)
    }

    /// As when the process ends and another one opens the same files: what was claimed is free.
    public func restart() {
        commits.restart()
    }

    // MARK: Faults

    /// The next commit fails and leaves nothing.
    public func failNextCommit() {
        commits.failNext()
    }

    /// From now on commits wait, so that commands are under way together.
    public func holdCommits() {
        commits.hold()
    }

    /// Returns once so many commits wait.
    public func waitUntilHeld(_ count: Int) async {
        await commits.waitUntilHeld(count)
    }

    /// Carries out what waits, in the order in which it came.
    public func releaseCommits() {
        commits.release()
    }

    /// Begins a transaction beside others: it takes its outbox numbers now and commits when it is told to, as on a
    /// store with several writers. Two that are open together must be of different chats; there the chat's lock would
    /// make the second wait.
    public func begin(_ command: LogCommand) -> OpenTransaction {
        OpenTransaction(command: command, commits: commits)
    }
}

/// A command whose transaction is open.
public struct OpenTransaction: Sendable {
    private let command: LogCommand
    private let commits: SimulatedCommits
    private let lastOutboxID: UInt64
    /// An owner who leaves writes two entries; nothing that is no call for many people writes more.
    private static let entryCountMax: UInt64 = 2

    init(command: LogCommand, commits: SimulatedCommits) {
        self.command = command
        self.commits = commits
        lastOutboxID = commits.reserveOutboxIDs(Self.entryCountMax)
    }

    public func commit() async throws(StoreError) -> AppendOutcome {
        let command = command
        return try await commits.commit(lastOutboxID: lastOutboxID) { $0.append(command, &$1) }
    }
}
