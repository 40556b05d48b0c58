import Glibc
import Synchronization
import TestSupport

@testable import SQLiteDriver

extension TemporaryDirectory {
    var database: String { "\(path)/test.db" }
}

/// One table of numbers, each at most once, numbered in the order in which they were written.
struct Numbers {
    static let migration = SQLiteMigration(
        1, "CREATE TABLE numbers (position INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE)")

    private let insertStatement: SQLiteStatement
    private let positionStatement: SQLiteStatement
    private let allStatement: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        insertStatement = try connection.prepare("INSERT INTO numbers (number) VALUES (?)")
        positionStatement = try connection.prepare("SELECT position FROM numbers WHERE number = ?")
        allStatement = try connection.prepare("SELECT number FROM numbers ORDER BY position")
    }

    /// - Returns: the number's position, from 1.
    @discardableResult
    func insert(_ number: Int64) throws(SQLiteError) -> Int64 {
        try insertStatement.run { $0.bind(1, number) }
        return try position(of: number) ?? 0
    }

    func position(of number: Int64) throws(SQLiteError) -> Int64? {
        try positionStatement.first({ $0.bind(1, number) }, read: { $0.int64(0) })
    }

    func all() throws(SQLiteError) -> [Int64] {
        try allStatement.all({ _ in }, read: { $0.int64(0) })
    }
}

typealias NumberStore = SQLiteStore<Numbers>

extension SQLiteStore where Tables == Numbers {
    static func open(
        _ path: String, settings: SQLiteSettings = SQLiteSettings(),
        observe: @escaping @Sendable (Int, UInt64) -> Void = { _, _ in },
        pressureChanged: @escaping @Sendable (Bool) -> Void = { _ in }
    ) throws(SQLiteError) -> NumberStore {
        try NumberStore(
            path: path, name: "test", migrations: [Numbers.migration], settings: settings,
            makeTables: { (connection) throws(SQLiteError) in try Numbers(connection) }, observe: observe,
            pressureChanged: pressureChanged)
    }

    /// Queues a write now.
    func startWriting(
        _ number: Int64, _ writeClass: SQLiteWriteClass = .normal, key: UInt64? = nil, byteCount: Int = 256
    ) -> Task<Int64, any Error> {
        Task.immediate {
            try await self.write(writeClass, key: key, byteCount: byteCount) { (numbers) throws(SQLiteError) in
                try numbers.insert(number)
            }
        }
    }

    /// Queues a write now that keeps the writer's thread until the gate opens, and waits until it does.
    func holdWriter(_ gate: Gate) -> Task<Void, any Error> {
        let started = Gate()
        let task = Task.immediate {
            try await self.write { _ in
                started.open()
                gate.wait()
            }
        }
        started.wait()
        return task
    }

    func all() async throws(SQLiteError) -> [Int64] {
        try await read { (numbers) throws(SQLiteError) in try numbers.all() }
    }
}

/// What several threads report, in order.
final class Reports<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    func add(_ element: Element) {
        elements.withLock { $0.append(element) }
    }

    var all: [Element] { elements.withLock { $0 } }
}

/// What another process would see.
func numbersSeen(at path: String) throws(SQLiteError) -> [Int64] {
    try Numbers(SQLiteConnection(path: path, role: .reader, settings: SQLiteSettings())).all()
}

/// The schema's version in the file.
func schemaVersion(at path: String) throws(SQLiteError) -> Int64? {
    let connection = try SQLiteConnection(path: path, role: .reader, settings: SQLiteSettings())
    return try connection.prepare("PRAGMA user_version").first({ _ in }, read: { $0.int64(0) })
}

/// Waits for what another thread does in its own time; not for longer than half a minute.
func eventually(_ condition: () -> Bool) async -> Bool {
    let deadline = ContinuousClock.now + .seconds(30)
    while !condition() {
        if ContinuousClock.now > deadline { return false }
        await Task.yield()
    }
    return true
}

/// The names of the entries of a directory.
func entries(of path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        names.append(
            withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            })
    }
    return names
}

func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
        let count = fread(&chunk, 1, chunk.count, file)
        if count == 0 { return bytes }
        bytes += chunk[..<count]
    }
}
