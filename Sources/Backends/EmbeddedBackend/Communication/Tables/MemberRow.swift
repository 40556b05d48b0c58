internal import Basics
internal import SQLiteDriver
internal import WireProtocol

/// Somebody who is or was in a chat: a row of `members`.
struct MemberRow {
    let userID: UserID
    /// Unspecified for somebody who is gone.
    let role: MemberRole
    let visibleFromSeq: UInt64
    let readSeq: UInt64
    /// The ordinal at `readSeq`.
    let readOrdinal: UInt64
    let deliveredSeq: UInt64
    var peerID: UserID?
    var departure: Departure?

    /// The own removal: the last entry that is seen.
    struct Departure {
        let seq: UInt64
        let activity: UInt64
        let at: Int64
    }

    var isPresent: Bool { departure == nil }

    /// The last entry of the chat that this person may see.
    func lastVisibleSeq(in chat: ChatRow) -> UInt64 { departure?.seq ?? chat.lastSeq }
}

extension MemberRow {
    /// The last columns of the view `chats_of_members`.
    init(_ row: SQLiteStatement) {
        userID = UserID(row.uint64(12))
        role = MemberRole(rawValue: row.int32(13))
        visibleFromSeq = row.uint64(14)
        readSeq = row.uint64(15)
        readOrdinal = row.uint64(16)
        deliveredSeq = row.uint64(17)
        if !row.isNull(18) { peerID = UserID(row.uint64(18)) }
        if !row.isNull(19) {
            departure = Departure(seq: row.uint64(19), activity: row.uint64(20), at: row.int64(21))
        }
    }
}

/// A chat and one person who is or was in it.
struct ChatOfMember {
    let chat: ChatRow
    let member: MemberRow

    /// A row of the view `chats_of_members`.
    init(_ row: SQLiteStatement) {
        chat = ChatRow(row)
        member = MemberRow(row)
    }
}
