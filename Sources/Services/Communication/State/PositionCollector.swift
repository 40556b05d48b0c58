internal import Basics
internal import Contracts
internal import Synchronization
internal import WireProtocol

/// Positions that devices report over their sockets: announced together every 50 ms, stored together every second.
///
/// What is not stored when the process dies is reported again: devices tell their positions whenever they resume.
final class PositionCollector: Sendable {
    private let store: any PositionStore
    private let announcer: Announcer
    private let pending = Mutex(PendingPositions())

    init(store: any PositionStore, announcer: Announcer) {
        self.store = store
        self.announcer = announcer
    }

    func report(_ report: PositionReportOfMember) {
        pending.withLock { $0.add(report) }
    }

    /// Announces what came since the last time. What the rules refuse is dropped: there is nobody to be answered.
    func announcePending() async {
        let reports = pending.withLock { $0.takeUnannounced() }
        guard !reports.isEmpty else { return }
        do throws(StoreError) {
            let beyond = try await announce(reports.map(\.highest))
            let secondChances = beyond.map { reports[$0].latest }
            if !secondChances.isEmpty { _ = try await announce(secondChances) }
        } catch {
            pending.withLock { $0.putBack(unannounced: reports) }
        }
    }

    /// - Returns: which of the reports are beyond the log.
    private func announce(_ reports: [PositionReportOfMember]) async throws(StoreError) -> [Int] {
        let outcomes = try await store.preview(reports)
        announcer.announce(outcomes)
        pending.withLock { $0.keep(zip(reports, outcomes)) }
        return outcomes.indices.filter { index in
            if case .beyond = outcomes[index] { true } else { false }
        }
    }

    /// A report that is stored at once, as it is to be looked at beside what is still on its way.
    func raised(_ report: PositionReportOfMember) -> PositionReportOfMember {
        pending.withLock { $0.raised(report) }
    }

    /// Stores what a user's devices have been told, so that the store's answers say the same.
    func storeAnnounced(of user: UserID) async {
        let reports = pending.withLock { $0.announced(of: user) }
        guard !reports.isEmpty else { return }
        // Best effort: it stays on its way.
        guard (try? await store.move(reports, committed: { _ in })) != nil else { return }
        pending.withLock { $0.stored(reports) }
    }

    /// Stores what was announced. What cannot be stored now is tried again the next time.
    func storePending() async {
        let reports = pending.withLock { $0.takeUnstored() }
        guard !reports.isEmpty else { return }
        do throws(StoreError) {
            _ = try await store.move(reports) { _ in }
            pending.withLock { $0.stored(reports) }
        } catch {
            pending.withLock { $0.putBack(reports) }
        }
    }
}
