/// How positions move, pure: never backwards, never beyond the log, and what is read has been delivered.
public enum PositionRules {
    /// A member and the chat, of one moment.
    public struct Facts: Hashable, Sendable {
        public let isMember: Bool
        /// The last entry that the user may see.
        public let lastSeq: UInt64
        public let readSeq: UInt64
        public let deliveredSeq: UInt64

        public init(isMember: Bool, lastSeq: UInt64, readSeq: UInt64, deliveredSeq: UInt64) {
            self.isMember = isMember
            self.lastSeq = lastSeq
            self.readSeq = readSeq
            self.deliveredSeq = deliveredSeq
        }
    }

    public enum Decision: Equatable, Sendable {
        case move(readSeq: UInt64, deliveredSeq: UInt64)
        case stay(PositionOutcome)
    }

    /// - Parameter facts: nil when there is no such chat, or the user never was in it.
    public static func decide(_ report: PositionReportOfMember, facts: Facts?) -> Decision {
        guard let facts else { return .stay(.noSuchChat) }
        guard facts.isMember else { return .stay(.notMember) }
        guard max(report.readSeq, report.deliveredSeq) <= facts.lastSeq else {
            return .stay(.beyond(lastSeq: facts.lastSeq))
        }
        let read = max(facts.readSeq, report.readSeq)
        let delivered = max(facts.deliveredSeq, report.deliveredSeq, read)
        guard read > facts.readSeq || delivered > facts.deliveredSeq else { return .stay(.unchanged) }
        return .move(readSeq: read, deliveredSeq: delivered)
    }
}
