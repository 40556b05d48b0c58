internal import Basics
internal import Communication
internal import Contracts
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// An entry with its place in its chat's log, on the way into `entries`.
struct EntryRow {
    let id: UInt64
    let chatID: ChatID
    let seq: UInt64
    let ordinal: UInt64
    let author: Caller
    let clientID: ClientID?
    let bodyHash: [UInt8]
    let createdAt: Int64
    let draft: EntryDraft

    /// As readers get it.
    var entry: Entry {
        Entry(
            id: MessageID(chatID: chatID.rawValue, seq: seq).text, chatID: chatID.rawValue, seq: seq,
            ordinal: ordinal, senderID: author.userID.rawValue, senderDeviceID: author.deviceID.rawValue,
            kind: draft.kind, clientID: clientID?.text ?? "",
            createdAt: Timestamp(millisecondsSince1970: createdAt), replyToSeq: draft.replyToSeq,
            refersTo: draft.refersTo, fileIDs: draft.fileIDs, member: draft.member, name: draft.name,
            content: draft.content)
    }
}

/// A row of the view `log`, from its first column on.
extension Entry {
    /// - Parameter last: an edit above it is not told.
    init(_ row: SQLiteStatement, until last: UInt64) {
        let (chatID, seq) = (row.uint64(0), row.uint64(1))
        self.init(
            id: MessageID(chatID: chatID, seq: seq).text, chatID: chatID, seq: seq, ordinal: row.uint64(2),
            senderID: row.uint64(3), senderDeviceID: row.uint64(4), kind: EntryKind(rawValue: row.int32(5)),
            clientID: ClientID(blob: row.bytes(6))?.text ?? "",
            createdAt: Timestamp(millisecondsSince1970: row.int64(8)), replyToSeq: row.optionalUInt64(9),
            refersTo: row.optionalUInt64(10), fileIDs: [UInt64](bigEndian: row.bytes(15)), member: MemberChange(row),
            name: row.isNull(16) ? nil : row.string(16), deletedBySeq: row.optionalUInt64(14),
            latestEdit: LatestEdit(row, until: last), content: Content(row, content: 17, keys: 18))
    }

    /// The column of `log` that an entry does not show; empty once the entry is erased.
    static func bodyHash(_ row: SQLiteStatement) -> [UInt8] { row.bytes(7) }
}

extension MemberChange {
    fileprivate init?(_ row: SQLiteStatement) {
        guard !row.isNull(11) else { return nil }
        self.init(
            userID: row.uint64(11), change: MemberChangeKind(rawValue: row.int32(12)),
            role: MemberRole(rawValue: row.int32(13)))
    }
}

extension LatestEdit {
    fileprivate init?(_ row: SQLiteStatement, until last: UInt64) {
        guard let seq = row.optionalUInt64(19), seq <= last else { return nil }
        self.init(
            seq: seq, createdAt: Timestamp(millisecondsSince1970: row.int64(20)),
            content: Content(row, content: 21, keys: 22))
    }
}

extension SQLiteStatement {
    fileprivate func optionalUInt64(_ column: Int32) -> UInt64? {
        isNull(column) ? nil : uint64(column)
    }
}
