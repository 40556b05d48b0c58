internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Facts of Identity that another service must not miss, written in the transaction that made them true.
final class NewsTable {
    private let insert: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        insert = try connection.prepare("INSERT INTO news(event) VALUES (?1)")
    }

    func add(_ event: Event) throws(SQLiteError) {
        try insert.run { $0.bind(1, event.protobufBytes()) }
    }
}
