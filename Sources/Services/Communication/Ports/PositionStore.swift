public import Basics
public import Contracts
public import WireProtocol

/// How far each member has received and read each chat.
public protocol PositionStore: Sendable {
    /// Stores positions, as `PositionRules` says; what is not a step forward changes nothing.
    ///
    /// - Parameter committed: as in `MessageLog.append`.
    /// - Returns: one outcome for each report, in their order.
    func move(
        _ reports: [PositionReportOfMember], committed: @escaping @Sendable ([PositionOutcome]) -> Void
    ) async throws(StoreError) -> [PositionOutcome]

    /// What `move` would answer, without storing anything.
    func preview(_ reports: [PositionReportOfMember]) async throws(StoreError) -> [PositionOutcome]

    /// Each member's positions for one entry, without its sender.
    func receipts(of chat: ChatID, seq: UInt64, reader: UserID) async throws(StoreError) -> ReceiptLookup

    /// The user's last socket has closed now.
    func setLastSeen(_ user: UserID) async throws(StoreError)
}

/// That a member's devices have come this far; 0 says nothing.
public struct PositionReportOfMember: Hashable, Sendable {
    public let chatID: ChatID
    public let userID: UserID
    public var readSeq: UInt64
    public var deliveredSeq: UInt64

    public init(chatID: ChatID, userID: UserID, readSeq: UInt64, deliveredSeq: UInt64) {
        self.chatID = chatID
        self.userID = userID
        self.readSeq = readSeq
        self.deliveredSeq = deliveredSeq
    }
}

public enum ReceiptLookup: Equatable, Sendable {
    case receipts(GetMessageStatusResponse)
    /// In a direct chat in which one blocks the other, neither is told how far the other is.
    case blocked
    /// There is no such entry that the reader may see.
    case none
}

public enum PositionOutcome: Equatable, Sendable {
    case moved(PositionMoved)
    case unchanged
    /// Beyond the last entry that the member may see.
    case beyond(lastSeq: UInt64)
    case notMember
    case noSuchChat
}
