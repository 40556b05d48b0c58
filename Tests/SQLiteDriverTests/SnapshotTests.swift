import Glibc
import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("Copies of a file while others write it")
struct SnapshotTests {
    private let directory: TemporaryDirectory
    private let settings = SQLiteSettings()

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func path(_ name: String) -> String { "\(directory.path)/\(name)" }

    private func writer(_ name: String) throws(SQLiteError) -> SQLiteConnection {
        let writer = try SQLiteConnection(path: path(name), role: .writer, settings: settings)
        try writer.execute("CREATE TABLE IF NOT EXISTS numbers (number INTEGER)")
        return writer
    }

    private func count(_ name: String) throws(SQLiteError) -> Int64? {
        let reader = try SQLiteConnection(path: path(name), role: .reader, settings: settings)
        return try reader.prepare("SELECT count(*) FROM numbers").first({ _ in }, read: { $0.int64(0) })
    }

    @Test("a snapshot has what was there when it was taken, and nothing of what is written later")
    func moment() throws {
        let (left, right) = (try writer("left.db"), try writer("right.db"))
        try left.execute("INSERT INTO numbers VALUES (1), (2)")
        try right.execute("INSERT INTO numbers VALUES (1)")
        let snapshots = try SQLiteSnapshot.take(of: [path("left.db"), path("right.db")], settings: settings)
        // Writers are free again as soon as it is taken, and may even empty the log as far as readers let them.
        try left.execute("INSERT INTO numbers VALUES (3)")
        try right.execute("DELETE FROM numbers")
        _ = try left.run(.passive)
        var told: [Int] = []
        try snapshots[0].copy(to: path("left-copy.db"), settings: settings) { done, all in told += [done, all] }
        try snapshots[1].copy(to: path("right-copy.db"), settings: settings) { _, _ in }
        #expect(try count("left-copy.db") == 2)
        #expect(try count("right-copy.db") == 1)
        #expect(told.last == told.first)
        #expect(told.last ?? 0 > 0)
        #expect(try count("left.db") == 3)
    }

    @Test("a copy stands alone, with the schema's version")
    func alone() throws {
        try writer("left.db").execute("PRAGMA user_version = 7")
        let snapshot = try #require(try SQLiteSnapshot.take(of: [path("left.db")], settings: settings).first)
        #expect(snapshot.schema == 7)
        try snapshot.copy(to: path("copy.db"), settings: settings) { _, _ in }
        #expect(contents(of: path("copy.db-wal")) == nil)
        #expect(try SQLiteInspection.schema(path: path("copy.db"), settings: settings) == 7)
        try SQLiteInspection.check(path: path("copy.db"), .full, settings: settings)
    }

    @Test("when a file is written between one state and the next, the states are taken again")
    func oneMoment() throws {
        let (left, right) = (try writer("left.db"), try writer("right.db"))
        var taken = 0
        let snapshots = try SQLiteSnapshot.take(of: [path("left.db"), path("right.db")], settings: settings) {
            () throws(SQLiteError) in
            taken += 1
            // First left, which is told in right a moment later: never may right be seen without left.
            guard taken == 1 else { return }
            try left.execute("INSERT INTO numbers VALUES (1)")
            try right.execute("INSERT INTO numbers VALUES (1)")
        }
        #expect(taken == 4)
        try snapshots[0].copy(to: path("left-copy.db"), settings: settings) { _, _ in }
        try snapshots[1].copy(to: path("right-copy.db"), settings: settings) { _, _ in }
        #expect(try count("left-copy.db") == 1)
        #expect(try count("right-copy.db") == 1)
    }

    @Test("what is written to the last of them, and locks of others, are not in the way")
    func busy() throws {
        let (left, right) = (try writer("left.db"), try writer("right.db"))
        try left.execute("BEGIN IMMEDIATE")
        var taken = 0
        _ = try SQLiteSnapshot.take(of: [path("left.db"), path("right.db")], settings: settings) {
            () throws(SQLiteError) in
            taken += 1
            try right.execute("INSERT INTO numbers VALUES (1)")
        }
        #expect(taken == 2)
        try left.execute("ROLLBACK")
    }

    @Test("a file that is written without pause is told")
    func restless() throws {
        let left = try writer("left.db")
        _ = try writer("right.db")
        let error = #expect(throws: SQLiteError.self) {
            try SQLiteSnapshot.take(of: [path("left.db"), path("right.db")], settings: settings) {
                () throws(SQLiteError) in try left.execute("INSERT INTO numbers VALUES (1)")
            }
        }
        #expect(error?.code == .busy)
    }

    @Test("pages that were overwritten are found; looking changes nothing")
    func damage() throws {
        let store = try writer("left.db")
        for _ in 0..<12 {
            try store.execute("INSERT INTO numbers VALUES (1); INSERT INTO numbers SELECT * FROM numbers")
        }
        _ = try store.run(.truncate)
        try SQLiteInspection.check(path: path("left.db"), .quick, settings: settings)
        let descriptor = open(path("left.db"), O_WRONLY)
        #expect(pwrite(descriptor, [UInt8](repeating: 0xFF, count: 4_096), 4_096, 8_192) == 4_096)
        close(descriptor)
        let bytes = contents(of: path("left.db"))
        for check in [SQLiteInspection.Check.quick, .full] {
            let error = #expect(throws: SQLiteError.self) {
                try SQLiteInspection.check(path: path("left.db"), check, settings: settings)
            }
            #expect(error?.code == .corrupt)
        }
        #expect(contents(of: path("left.db")) == bytes)
    }
}
