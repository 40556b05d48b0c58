import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("Values in statements")
struct StatementTests {
    private let directory: TemporaryDirectory
    private let connection: SQLiteConnection

    init() throws {
        directory = try TemporaryDirectory()
        connection = try SQLiteConnection(path: directory.database, role: .writer, settings: SQLiteSettings())
    }

    /// What comes back when `bind` binds the only parameter.
    private func echo<Value>(
        _ bind: (SQLiteStatement) -> Void, read: (SQLiteStatement) -> Value
    ) throws(SQLiteError) -> Value? {
        try connection.prepare("SELECT ?1, typeof(?1), length(?1)").first(bind, read: read)
    }

    @Test("an empty blob is a blob, and no blob is NULL")
    func emptyBlob() throws {
        let empty: [UInt8]? = []
        #expect(try echo({ $0.bind(1, empty) }, read: { $0.isNull(0) }) == false)
        #expect(try echo({ $0.bind(1, empty) }, read: { $0.string(1) }) == "blob")
        #expect(try echo({ $0.bind(1, empty) }, read: { $0.bytes(0) }) == [])
        let none: [UInt8]? = nil
        #expect(try echo({ $0.bind(1, none) }, read: { $0.isNull(0) }) == true)
        #expect(try echo({ $0.bind(1, none) }, read: { $0.bytes(0) }) == [])
    }

    @Test("every byte of a blob comes back")
    func blob() throws {
        let bytes = (0...255).map { UInt8($0) }
        #expect(try echo({ $0.bind(1, bytes) }, read: { $0.bytes(0) }) == bytes)
    }

    @Test("text comes back as it was", arguments: ["", "Zürich 🐦 日本", "e\u{301}", "'; DROP TABLE x; --"])
    func text(value: String) throws {
        let text = try #require(try echo({ $0.bind(1, value) }, read: { $0.string(0) }))
        #expect(Array(text.utf8) == Array(value.utf8))
        #expect(try echo({ $0.bind(1, value) }, read: { $0.string(1) }) == "text")
    }

    @Test("a text does not end at a zero byte")
    func textWithZeros() throws {
        for value in ["a\0b", "\0", "a\0"] {
            #expect(try echo({ $0.bind(1, value) }, read: { $0.string(0) }) == value)
        }
    }

    @Test("no text is NULL, and empty text is not")
    func noText() throws {
        let none: String? = nil
        let empty: String? = ""
        #expect(try echo({ $0.bind(1, none) }, read: { $0.isNull(0) }) == true)
        #expect(try echo({ $0.bind(1, none) }, read: { $0.string(0) }) == "")
        #expect(try echo({ $0.bind(1, empty) }, read: { $0.isNull(0) }) == false)
    }

    @Test("whole numbers come back from end to end")
    func numbers() throws {
        for value: Int64 in [.min, -1, 0, 1, .max] {
            #expect(try echo({ $0.bind(1, value) }, read: { $0.int64(0) }) == value)
        }
        for value: UInt64 in [0, 1, 1 << 63 - 1, .max] {
            #expect(try echo({ $0.bind(1, value) }, read: { $0.uint64(0) }) == value)
        }
        for value: Int32 in [.min, -1, .max] {
            #expect(try echo({ $0.bind(1, value) }, read: { $0.int32(0) }) == value)
        }
        let none: UInt64? = nil
        #expect(try echo({ $0.bind(1, none) }, read: { $0.isNull(0) }) == true)
    }

    @Test("a statement that is used again keeps no value of the last time")
    func reuse() throws {
        let statement = try connection.prepare("SELECT ?1 IS NULL")
        #expect(try statement.first({ $0.bind(1, "first") }, read: { $0.int32(0) }) == 0)
        #expect(try statement.first({ _ in }, read: { $0.int32(0) }) == 1)
    }

    @Test("a statement can be used again after it has failed")
    func reuseAfterFailure() throws {
        try connection.execute("CREATE TABLE one (value INTEGER UNIQUE)")
        let insert = try connection.prepare("INSERT INTO one VALUES (?1)")
        try insert.run { $0.bind(1, Int64(1)) }
        let error = #expect(throws: SQLiteError.self) { try insert.run { $0.bind(1, Int64(1)) } }
        #expect(error?.code == .constraint)
        try insert.run { $0.bind(1, Int64(2)) }
        #expect(connection.changedRowCount == 1)
        let rows = try connection.prepare("SELECT value FROM one ORDER BY 1").all({ _ in }, read: { $0.int64(0) })
        #expect(rows == [1, 2])
    }

    @Test("a query without rows has no first one")
    func noRows() throws {
        let statement = try connection.prepare("SELECT 1 WHERE 0")
        #expect(try statement.first({ _ in }, read: { $0.int64(0) }) == nil)
        #expect(try statement.all({ _ in }, read: { $0.int64(0) }) == [])
    }
}
