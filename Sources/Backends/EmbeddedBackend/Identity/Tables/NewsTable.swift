internal import Communication
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Facts of Identity that another service must not miss, written in the transaction that made them true.
final class NewsTable {
    private let insert: SQLiteStatement
    private let selectOldest: SQLiteStatement
    private let delete: SQLiteStatement
    private let hint: NewsHint

    init(_ connection: SQLiteConnection, hint: NewsHint) throws(SQLiteError) {
        insert = try connection.prepare("INSERT INTO news(event) VALUES (?1)")
        selectOldest = try connection.prepare("SELECT number, event FROM news ORDER BY number LIMIT ?1")
        delete = try connection.prepare("DELETE FROM news WHERE number = ?1")
        self.hint = hint
    }

    func add(_ event: Event) throws(SQLiteError) {
        try insert.run { $0.bind(1, event.protobufBytes()) }
        hint.added()
    }

    func oldest(limit: Int) throws(SQLiteError) -> [IdentityFact] {
        let rows = try selectOldest.all({ $0.bind(1, Int64(limit)) }, read: { ($0.uint64(0), $0.bytes(1)) })
        var facts: [IdentityFact] = []
        for (number, bytes) in rows {
            do throws(ProtobufError) {
                facts.append(IdentityFact(number: number, event: try Event(protobuf: bytes)))
            } catch {
                throw SQLiteError(.corrupt, message: "the fact with number \(number) is not an event")
            }
        }
        return facts
    }

    func delete(_ number: UInt64) throws(SQLiteError) {
        try delete.run { $0.bind(1, number) }
    }
}
