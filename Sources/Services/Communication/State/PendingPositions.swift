internal import Basics

/// Positions on their way, each member's highest only. A value; `PositionCollector` owns it.
struct PendingPositions {
    private struct Key: Hashable {
        let chatID: ChatID
        let userID: UserID

        init(_ report: PositionReportOfMember) {
            chatID = report.chatID
            userID = report.userID
        }
    }

    private var unannounced: [Key: Unannounced] = [:]
    private var unstored: [Key: PositionReportOfMember] = [:]
    /// Announced and not known to be stored: the store's own positions are behind these.
    private var announced: [UserID: [ChatID: PositionReportOfMember]] = [:]

    struct Unannounced: Equatable {
        /// Of all that was reported.
        var highest: PositionReportOfMember
        /// What counts when the highest is beyond the log: one wrong report must not take the others with it.
        var latest: PositionReportOfMember
    }

    /// Members with something on its way.
    var count: Int { unannounced.count + unstored.count }

    mutating func add(_ report: PositionReportOfMember) {
        if let known = announced[report.userID]?[report.chatID], report.readSeq <= known.readSeq,
            report.deliveredSeq <= max(known.deliveredSeq, known.readSeq)
        {
            return
        }
        let highest = unannounced[Key(report)].map { Self.highest($0.highest, report) } ?? report
        unannounced[Key(report)] = Unannounced(highest: highest, latest: report)
    }

    mutating func takeUnannounced() -> [Unannounced] {
        defer { unannounced.removeAll(keepingCapacity: true) }
        return unannounced.values.map { pending in
            Unannounced(highest: raised(pending.highest), latest: raised(pending.latest))
        }
    }

    /// Puts back what could not be looked at.
    mutating func putBack(unannounced reports: [Unannounced]) {
        for report in reports {
            add(report.highest)
            add(report.latest)
        }
    }

    /// A report as it is to be looked at beside the store's positions, which are behind what was announced: nothing
    /// goes back.
    func raised(_ report: PositionReportOfMember) -> PositionReportOfMember {
        announced[report.userID]?[report.chatID].map { Self.highest(report, $0) } ?? report
    }

    /// Of what was announced only steps forward are to be stored.
    mutating func keep(_ results: some Sequence<(PositionReportOfMember, PositionOutcome)>) {
        for (report, outcome) in results {
            guard case .moved = outcome else { continue }
            Self.raise(&unstored, report)
            announced[report.userID, default: [:]][report.chatID] = raised(report)
        }
    }

    /// What a user's devices have been told and the store may not know yet.
    func announced(of user: UserID) -> [PositionReportOfMember] {
        announced[user].map { Array($0.values) } ?? []
    }

    mutating func takeUnstored() -> [PositionReportOfMember] {
        defer { unstored.removeAll(keepingCapacity: true) }
        return Array(unstored.values)
    }

    /// These are stored: from now on the store's own positions say enough.
    mutating func stored(_ reports: [PositionReportOfMember]) {
        for report in reports where announced[report.userID]?[report.chatID] == report {
            announced[report.userID]?[report.chatID] = nil
            if announced[report.userID]?.isEmpty == true { announced[report.userID] = nil }
        }
    }

    mutating func putBack(_ reports: [PositionReportOfMember]) {
        for report in reports { Self.raise(&unstored, report) }
    }

    private static func raise(_ table: inout [Key: PositionReportOfMember], _ report: PositionReportOfMember) {
        let key = Key(report)
        table[key] = table[key].map { highest($0, report) } ?? report
    }

    private static func highest(
        _ one: PositionReportOfMember, _ other: PositionReportOfMember
    ) -> PositionReportOfMember {
        PositionReportOfMember(
            chatID: one.chatID, userID: one.userID, readSeq: max(one.readSeq, other.readSeq),
            deliveredSeq: max(one.deliveredSeq, other.deliveredSeq))
    }
}
