internal import Basics
internal import SQLiteDriver
internal import WireProtocol

/// A row of `chats`. While a command is carried out it is kept up with what is written.
struct ChatRow {
    let id: ChatID
    let type: ChatType
    let encryption: ChatEncryption
    var name: String
    let createdAt: Int64
    var lastSeq: UInt64
    var lastOrdinal: UInt64
    var lastEntryAt: Int64
    var activity: UInt64
    var memberCount: Int
    var memberVersion: UInt64
    var rosterBase: UInt64

    /// - Parameter deviceVersions: of those who are in the chat now, together.
    func rosterVersion(deviceVersions: UInt64) -> UInt64 {
        encryption == .e2ee ? rosterBase + deviceVersions : rosterBase
    }
}

extension ChatRow {
    /// The first columns of the view `chats_of_members`.
    init(_ row: SQLiteStatement) {
        id = ChatID(row.uint64(0))
        type = ChatType(rawValue: row.int32(1))
        encryption = ChatEncryption(rawValue: row.int32(2))
        name = row.string(3)
        createdAt = row.int64(4)
        lastSeq = row.uint64(5)
        lastOrdinal = row.uint64(6)
        lastEntryAt = row.int64(7)
        activity = row.uint64(8)
        memberCount = Int(row.int64(9))
        memberVersion = row.uint64(10)
        rosterBase = row.uint64(11)
    }
}
