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
        // Somebody else has it open: closing the last connection would empty the log just as well.
        let other = try SQLiteConnection(path: directory.database, role: .reader, settings: SQLiteSettings())
        _ = try await store.startWriting(1).value
        store.close()
        #expect(contents(of: directory.database + "-wal") == [])
        withExtendedLifetime(other) {}
    }

    @Test("a closed store has ended its threads and holds no file open")
    func leftovers() async throws {
        var settings = SQLiteSettings()
        settings.checkpointMilliseconds = 1
        let migration = SQLiteMigration(1, "CREATE TABLE words (word TEXT)")
        let store = try SQLiteStore<SQLiteStatement>(
            path: directory.database, name: "leftover", migrations: [migration], settings: settings,
            makeTables: { (connection) throws(SQLiteError) in
                try connection.prepare("INSERT INTO words VALUES ('copied')")
            })
        try await store.write { (statement) throws(SQLiteError) in try statement.run { _ in } }
        // Until the background thread has opened its connection too.
        #expect(await eventually { (contents(of: directory.database) ?? []).contains(Array("copied".utf8)) })
        #expect(threads().count == 4)
        #expect(openFiles().count > 4)
        store.close()
        #expect(openFiles() == [])
        // The last thing that a thread does is to end.
        #expect(await eventually { threads() == [] })
        withExtendedLifetime(store) {}
    }

    private func threads() -> [String] {
        entries(of: "/proc/self/task")
            .map { String(decoding: contents(of: "/proc/self/task/\($0)/comm") ?? [], as: UTF8.self) }
            .filter { $0.hasPrefix("leftover") }
    }

    private func openFiles() -> [String] {
        entries(of: "/proc/self/fd")
            .map { descriptor in
                var target = [CChar](repeating: 0, count: 4_096)
                let count = readlink("/proc/self/fd/\(descriptor)", &target, target.count)
                return String(decoding: target.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
            }
            .filter { $0.hasPrefix(directory.path) }
    }

    @Test("page caches are as large as the settings say, and the log is left to the store's own threads")
    func connectionSettings() throws {
        var settings = SQLiteSettings()
        settings.writerCacheBytes = 3 << 20
        settings.readerCacheBytes = 5 << 20
        let writer = try SQLiteConnection(path: directory.database, role: .writer, settings: settings)
        let reader = try SQLiteConnection(path: directory.database, role: .reader, settings: settings)
        // Negative: in KiB.
        #expect(try writer.pragma("PRAGMA cache_size") == -3_072)
        #expect(try reader.pragma("PRAGMA cache_size") == -5_120)
        #expect(try writer.pragma("PRAGMA wal_autocheckpoint") == 0)
        #expect(try writer.pragma("PRAGMA synchronous") == 2)
        #expect(try writer.pragma("PRAGMA secure_delete") == 1)
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

extension SQLiteConnection {
    fileprivate func pragma(_ text: StaticString) throws(SQLiteError) -> Int64? {
        try prepare(text).first({ _ in }, read: { $0.int64(0) })
    }
}
