import Glibc
import TestSupport
import Testing

@testable import SQLiteDriver

/// One table of texts, each under its number.
private struct Notes {
    static let migration = SQLiteMigration(1, "CREATE TABLE notes (number INTEGER PRIMARY KEY, text TEXT NOT NULL)")

    private let putStatement: SQLiteStatement
    private let textStatement: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        putStatement = try connection.prepare("INSERT OR REPLACE INTO notes VALUES (?, ?)")
        textStatement = try connection.prepare("SELECT text FROM notes WHERE number = ?")
    }

    func put(_ number: Int64, _ text: String) throws(SQLiteError) {
        try putStatement.run { statement in
            statement.bind(1, number)
            statement.bind(2, text)
        }
    }

    func text(_ number: Int64) throws(SQLiteError) -> String? {
        try textStatement.first({ $0.bind(1, number) }, read: { $0.string(0) })
    }
}

@Suite("The write-ahead log")
struct LogTests {
    private static let secret = "a word that stands nowhere else"
    private static let hour = 3_600_000

    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    /// Nothing happens to the log by itself, unless the test says so.
    private func open(
        _ name: String = "test.db", _ change: (inout SQLiteSettings) -> Void = { _ in }
    ) throws(SQLiteError) -> SQLiteStore<Notes> {
        var settings = SQLiteSettings()
        settings.checkpointMilliseconds = Self.hour
        settings.eraseMilliseconds = Self.hour
        change(&settings)
        return try SQLiteStore(
            path: "\(directory.path)/\(name)", name: "test", migrations: [Notes.migration], settings: settings,
            makeTables: { (connection) throws(SQLiteError) in try Notes(connection) })
    }

    /// Whether the file or its log holds the secret.
    private func isOnDisk(_ name: String = "test.db") -> Bool {
        ["", "-wal"].contains { holdsSecret(name + $0) }
    }

    private func holdsSecret(_ name: String) -> Bool {
        (contents(of: "\(directory.path)/\(name)") ?? []).contains(Array(Self.secret.utf8))
    }

    private func logBytes() -> Int { contents(of: directory.database + "-wal")?.count ?? 0 }

    /// Writes the secret and something else over it.
    private func writeAndErase(_ store: SQLiteStore<Notes>, erases: Bool = true) async throws {
        try await store.put(1, Self.secret)
        #expect(isOnDisk())
        try await store.put(1, "nothing", erases: erases)
    }

    // MARK: Erasures

    @Test("what is erased leaves the file and the log; what is only overwritten stays in the log")
    func erasing() async throws {
        let store = try open { $0.eraseMilliseconds = 0 }
        defer { store.close() }
        try await writeAndErase(store, erases: false)
        // One more commit: the writer has done what it does after the one before.
        try await store.put(2, "else")
        #expect(isOnDisk())
        try await store.put(2, "else", erases: true)
        try await store.put(2, "else")
        #expect(!isOnDisk())
        #expect(try await store.text(1) == "nothing")
    }

    @Test("what is erased leaves the disk also when nothing is written any more")
    func erasingWhenIdle() async throws {
        let store = try open {
            $0.checkpointMilliseconds = 1
            $0.eraseMilliseconds = 1
        }
        defer { store.close() }
        // Far back in the log, where later commits do not overwrite it when the log is used again from its start.
        try await store.write { (notes) throws(SQLiteError) in
            for number: Int64 in 1...20 { try notes.put(number, String(repeating: "x", count: 4_000)) }
            try notes.put(21, Self.secret)
        }
        try await store.put(21, "nothing", erases: true)
        #expect(await eventually { !isOnDisk() })
        #expect(try await store.text(21) == "nothing")
    }

    @Test("a reader that needs the log keeps it; when that has gone, the erasure is done")
    func erasingBesideReader() async throws {
        let store = try open {
            $0.eraseMilliseconds = 0
            $0.checkpointBusyMilliseconds = 1
            $0.checkpointRetryMilliseconds = 0
        }
        defer { store.close() }
        try await store.put(1, Self.secret)
        let (started, gate) = (Gate(), Gate())
        let reading = Task.immediate {
            try await store.read { (notes) throws(SQLiteError) in
                let before = try notes.text(1)
                started.open()
                gate.wait()
                return [before, try notes.text(1)]
            }
        }
        started.wait()
        try await store.put(1, "nothing", erases: true)
        try await store.put(2, "else")
        #expect(isOnDisk())
        gate.open()
        #expect(try await reading.value == [Self.secret, Self.secret])
        try await store.put(2, "else")
        try await store.put(2, "else")
        #expect(!isOnDisk())
    }

    @Test("a write that fails erases nothing; one that is written alone after its batch failed does")
    func erasingInFailedBatch() async throws {
        let store = try open { $0.eraseMilliseconds = 0 }
        defer { store.close() }
        try await store.put(1, Self.secret)
        try await store.put(1, "nothing")
        await #expect(throws: SQLiteError.self) { try await store.fail(erases: true) }
        try await store.put(2, "else")
        #expect(isOnDisk())
        let (started, gate) = (Gate(), Gate())
        let holding = Task.immediate {
            try await store.write { _ in
                started.open()
                gate.wait()
            }
        }
        started.wait()
        let erasing = Task.immediate { try await store.put(1, "nothing", erases: true) }
        let failing = Task.immediate { try await store.fail(erases: false) }
        gate.open()
        try await holding.value
        try await erasing.value
        await #expect(throws: SQLiteError.self) { try await failing.value }
        try await store.put(2, "else")
        #expect(!isOnDisk())
    }

    @Test("what was erased just before a crash leaves the disk with the next start")
    func erasingBeforeCrash() async throws {
        let store = try open()
        defer { store.close() }
        try await writeAndErase(store)
        #expect(isOnDisk())
        // What a crash would leave behind.
        for suffix in ["", "-wal"] { try copy("test.db\(suffix)", to: "crashed.db\(suffix)") }
        #expect(isOnDisk("crashed.db"))
        // Somebody else has it open: closing the last connection would empty the log just as well.
        let other = try SQLiteConnection(
            path: "\(directory.path)/crashed.db", role: .reader, settings: SQLiteSettings())
        defer { withExtendedLifetime(other) {} }
        let restarted = try open("crashed.db")
        defer { restarted.close() }
        #expect(try await restarted.text(1) == "nothing")
        #expect(!isOnDisk("crashed.db"))
    }

    private func copy(_ name: String, to other: String) throws {
        let bytes = try #require(contents(of: "\(directory.path)/\(name)"))
        let file = try #require(fopen("\(directory.path)/\(other)", "w"))
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }

    // MARK: Its length

    @Test("what is committed is copied into the file while the store runs")
    func copying() async throws {
        let store = try open { $0.checkpointMilliseconds = 1 }
        defer { store.close() }
        try await store.put(1, Self.secret)
        #expect(await eventually { holdsSecret("test.db") })
        // Again and again.
        try await store.put(1, "nothing")
        #expect(await eventually { !holdsSecret("test.db") })
    }

    @Test("a writer knows how long the log is, and that the next commit begins at its start")
    func pageCount() throws {
        let connection = try SQLiteConnection(path: directory.database, role: .writer, settings: SQLiteSettings())
        #expect(connection.logPageCount == 0)
        for checkpoint in [SQLiteCheckpoint.restart, .truncate] {
            try connection.execute("CREATE TABLE IF NOT EXISTS notes (number INTEGER)")
            try connection.execute("INSERT INTO notes VALUES (1)")
            let before = connection.logPageCount
            try connection.execute("INSERT INTO notes VALUES (2)")
            #expect(connection.logPageCount == before + 1)
            #expect(try connection.run(.passive))
            #expect(connection.logPageCount == before + 1)
            #expect(try connection.run(checkpoint))
            #expect(connection.logPageCount == 0)
        }
    }

    @Test("a log that has grown too long starts anew")
    func ceiling() async throws {
        let store = try open { $0.walPagesMax = 20 }
        defer { store.close() }
        for number: Int64 in 1...100 { try await store.put(number, String(repeating: "x", count: 4_000)) }
        // A commit is some four pages, written in one go.
        #expect(logBytes() < 30 * 4_200)
        #expect(try await store.text(100)?.utf8.count == 4_000)
    }

    @Test("a reader keeps the log growing, and no write waits long for it; when it has gone, the log starts anew")
    func ceilingBesideReader() async throws {
        let store = try open {
            $0.walPagesMax = 20
            $0.checkpointBusyMilliseconds = 1
            $0.checkpointRetryMilliseconds = 0
        }
        defer { store.close() }
        try await store.put(1, "before")
        let (started, gate) = (Gate(), Gate())
        let reading = Task.immediate {
            try await store.read { (notes) throws(SQLiteError) in
                _ = try notes.text(1)
                started.open()
                gate.wait()
                return try notes.text(1)
            }
        }
        started.wait()
        for number: Int64 in 1...50 { try await store.put(number, String(repeating: "x", count: 4_000)) }
        let grown = logBytes()
        #expect(grown > 60 * 4_096)
        gate.open()
        #expect(try await reading.value == "before")
        for number: Int64 in 1...50 { try await store.put(number, String(repeating: "y", count: 4_000)) }
        // Not by fifty commits of some four pages, but by the first at most.
        #expect(logBytes() < grown + 20 * 4_200)
    }
}

extension SQLiteStore<Notes> {
    fileprivate func put(_ number: Int64, _ text: String, erases: Bool = false) async throws(SQLiteError) {
        try await write(erases: erases) { (notes) throws(SQLiteError) in try notes.put(number, text) }
    }

    fileprivate func fail(erases: Bool) async throws(SQLiteError) {
        try await write(erases: erases) { (_) throws(SQLiteError) in
            throw SQLiteError(.constraint, message: "a test's own")
        }
    }

    fileprivate func text(_ number: Int64) async throws(SQLiteError) -> String? {
        try await read { (notes) throws(SQLiteError) in try notes.text(number) }
    }
}
