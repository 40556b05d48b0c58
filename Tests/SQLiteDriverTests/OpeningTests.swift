import Glibc
import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("Opening a store")
struct OpeningTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    /// Opens and closes a store without tables of its own.
    private func open(_ migrations: [SQLiteMigration]) throws(SQLiteError) {
        let store = try SQLiteStore<Void>(
            path: directory.database, name: "test", migrations: migrations, settings: SQLiteSettings(),
            makeTables: { _ in })
        store.close()
    }

    private func writer() throws(SQLiteError) -> SQLiteConnection {
        try SQLiteConnection(path: directory.database, role: .writer, settings: SQLiteSettings())
    }

    private static let steps = [
        SQLiteMigration(1, "CREATE TABLE steps (number INTEGER); INSERT INTO steps VALUES (1)"),
        SQLiteMigration(2, "INSERT INTO steps SELECT count(*) + 1 FROM steps"),
        SQLiteMigration(3, "INSERT INTO steps SELECT count(*) + 1 FROM steps"),
    ]

    private func steps() throws(SQLiteError) -> [Int64] {
        try writer().prepare("SELECT number FROM steps ORDER BY rowid").all({ _ in }, read: { $0.int64(0) })
    }

    // MARK: Migrations

    @Test("migrations are applied in order, and each only once")
    func migrations() throws {
        try open(Array(Self.steps.prefix(2)))
        #expect(try steps() == [1, 2])
        #expect(try schemaVersion(at: directory.database) == 2)
        try open(Self.steps)
        #expect(try steps() == [1, 2, 3])
        try open(Self.steps)
        #expect(try steps() == [1, 2, 3])
        #expect(try schemaVersion(at: directory.database) == 3)
    }

    @Test("a migration that fails leaves nothing of itself, and the version as it was")
    func failedMigration() throws {
        let broken = SQLiteMigration(2, "CREATE TABLE half (number INTEGER); INSERT INTO missing VALUES (1)")
        let error = #expect(throws: SQLiteError.self) { try open([Self.steps[0], broken]) }
        #expect(error?.message.contains("missing") == true)
        #expect(try schemaVersion(at: directory.database) == 1)
        let tables = try writer().prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
            .all({ _ in }, read: { $0.string(0) })
        #expect(tables == ["steps"])
        try open(Self.steps)
        #expect(try steps() == [1, 2, 3])
    }

    @Test("a database at the newest known version is opened; one version more is refused and left as it is")
    func newerDatabase() throws {
        try open(Self.steps)
        let before = try #require(contents(of: directory.database))
        let error = #expect(throws: SQLiteError.self) { try open(Array(Self.steps.prefix(2))) }
        #expect(error?.code == .newerSchema)
        #expect(error?.message.contains("schema 3") == true)
        #expect(contents(of: directory.database) == before)
        try open(Self.steps)
    }

    // MARK: Files

    @Test("what was written is there when the store is opened again")
    func reopening() async throws {
        let first = try NumberStore.open(directory.database)
        for number: Int64 in [30, 10, 20] { _ = try await first.startWriting(number).value }
        first.close()
        let second = try NumberStore.open(directory.database)
        defer { second.close() }
        #expect(try await second.all() == [30, 10, 20])
        #expect(try await second.startWriting(40).value == 4)
    }

    @Test("a closed store leaves nothing in its log")
    func logAfterClosing() async throws {
        let store = try NumberStore.open(directory.database)
        _ = try await store.startWriting(1).value
        store.close()
        #expect(contents(of: directory.database + "-wal") ?? [] == [])
    }

    @Test("a file in a directory that does not exist cannot be opened, and the error names it")
    func missingDirectory() {
        let path = directory.path + "/nowhere/test.db"
        let error = #expect(throws: SQLiteError.self) { try NumberStore.open(path) }
        #expect(error?.code == .cannotOpen)
        #expect(error?.message.contains(path) == true)
    }

    @Test("a reader does not make a file")
    func readerOfMissingFile() {
        let error = #expect(throws: SQLiteError.self) { try numbersSeen(at: directory.database) }
        #expect(error?.code == .cannotOpen)
        #expect(contents(of: directory.database) == nil)
    }

    @Test("a file that is no database is refused, named and left as it is")
    func noDatabase() throws {
        let text = Array(String(repeating: "This is a letter to a friend.\n", count: 200).utf8)
        let file = try #require(fopen(directory.database, "w"))
        #expect(fwrite(text, 1, text.count, file) == text.count)
        fclose(file)
        let error = #expect(throws: SQLiteError.self) { try NumberStore.open(directory.database) }
        #expect(error?.code == .corrupt)
        #expect(error?.message.contains(directory.database) == true)
        #expect(contents(of: directory.database) == text)
    }
}
