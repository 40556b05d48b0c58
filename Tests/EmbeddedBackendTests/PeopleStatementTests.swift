import CSQLite
import SQLiteDriver
import TestSupport
import Testing

@testable import EmbeddedBackend

@Suite("The statements of identity.db about people")
struct PeopleStatementTests {
    private static let tables = [
        "names", "contacts", "settings", "relation_versions", "former_usernames", "contact_requests",
    ]

    @Test("every one finds its rows through an index, and in their order")
    func plans() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/identity.db"
        let store = try SQLiteStore(
            path: path, name: "identity", migrations: IdentitySchema.migrations, settings: SQLiteSettings(),
            makeTables: { (connection) throws(SQLiteError) in
                try IdentityTables(connection, newsHint: NewsHint(bus: InProcessEventBus()))
            })
        defer { store.close() }
        let connection = try SQLiteConnection(path: path, role: .writer, settings: SQLiteSettings())
        let tables = try IdentityTables(connection, newsHint: NewsHint(bus: InProcessEventBus()))
        defer { withExtendedLifetime(tables) {} }
        let field = Mirror(reflecting: connection).children.first { $0.label == "handle" }
        let handle = try #require(field?.value as? OpaquePointer)
        var (seen, next) = (0, sqlite3_next_stmt(handle, nil))
        while let statement = next {
            next = sqlite3_next_stmt(handle, statement)
            let sql = String(cString: sqlite3_sql(statement))
            guard Self.tables.contains(where: { sql.contains(" \($0)") }) else { continue }
            seen += 1
            let lines = try Self.plan(of: sql, on: handle)
            #expect(!lines.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(sql): \(lines)")
            guard sql.contains("FROM names AS n") else { continue }
            #expect(lines.first == "SEARCH n USING PRIMARY KEY ((name,user_id)>(?,?) AND name<?)")
        }
        #expect(seen >= 19)
    }

    private static func plan(of sql: String, on handle: OpaquePointer) throws -> [String] {
        var explanation: OpaquePointer?
        try #require(sqlite3_prepare_v2(handle, "EXPLAIN QUERY PLAN " + sql, -1, &explanation, nil) == SQLITE_OK)
        defer { sqlite3_finalize(explanation) }
        var lines: [String] = []
        while sqlite3_step(explanation) == SQLITE_ROW {
            lines.append(String(cString: sqlite3_column_text(explanation, 3)))
        }
        return lines
    }
}
