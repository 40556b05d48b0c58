/// The prepared statements of one connection, of a type that the queue and the writer do not know.
///
/// Were they generic over that type, the code that every write goes through would be compiled once for all types, some
/// ten times slower: the driver's modules do not see each other's types when they are optimised.
class SQLiteTables {
    fileprivate init() {}
}

/// The statements themselves. Confined to the thread of their connection.
final class SQLiteTablesOf<Tables>: SQLiteTables {
    private let tables: Tables

    init(_ tables: Tables) {
        self.tables = tables
        super.init()
    }

    /// Calls with the statements of a connection of the same store, which are of its type.
    static func run<Value>(
        _ opened: SQLiteTables, _ body: (Tables) throws(SQLiteError) -> Value
    ) throws(SQLiteError) -> Value {
        guard let opened = opened as? Self else { preconditionFailure("the tables of another store") }
        return try body(opened.tables)
    }
}
