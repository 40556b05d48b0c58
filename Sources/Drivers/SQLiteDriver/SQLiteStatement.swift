internal import CSQLite

/// A prepared statement. Confined to the thread of its connection.
///
/// Parameters are numbered from 1, columns from 0, as in SQLite.
public final class SQLiteStatement {
    private let handle: OpaquePointer
    private let connection: SQLiteConnection

    init(owning handle: OpaquePointer, of connection: SQLiteConnection) {
        self.handle = handle
        self.connection = connection
    }

    deinit {
        sqlite3_finalize(handle)
    }

    // MARK: Running

    /// Binds, runs to the end, and is ready for the next use.
    public func run(_ bind: (SQLiteStatement) -> Void) throws(SQLiteError) {
        defer { reset() }
        bind(self)
        while try step() {}
    }

    /// The first row, if there is one.
    public func first<Row>(
        _ bind: (SQLiteStatement) -> Void, read: (SQLiteStatement) -> Row
    ) throws(SQLiteError) -> Row? {
        defer { reset() }
        bind(self)
        return try step() ? read(self) : nil
    }

    /// Every row.
    public func all<Row>(
        _ bind: (SQLiteStatement) -> Void, read: (SQLiteStatement) -> Row
    ) throws(SQLiteError) -> [Row] {
        defer { reset() }
        bind(self)
        var rows: [Row] = []
        while try step() { rows.append(read(self)) }
        return rows
    }

    private func step() throws(SQLiteError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let result: throw connection.error(result)
        }
    }

    private func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    // MARK: Parameters

    public func bind(_ index: Int32, _ value: Int64) {
        sqlite3_bind_int64(handle, index, value)
    }

    /// Identifiers and sequence numbers: the upper bit is never set.
    public func bind(_ index: Int32, _ value: UInt64) {
        sqlite3_bind_int64(handle, index, Int64(bitPattern: value))
    }

    public func bind(_ index: Int32, _ value: Int32) {
        sqlite3_bind_int64(handle, index, Int64(value))
    }

    public func bind(_ index: Int32, _ value: String) {
        // With its length: a text may hold zero bytes.
        sqlite3_bind_text(handle, index, value, Int32(value.utf8.count), Self.copied)
    }

    public func bind(_ index: Int32, _ value: [UInt8]) {
        // An empty array has no address, and no address would bind NULL.
        if value.isEmpty {
            sqlite3_bind_zeroblob(handle, index, 0)
        } else {
            sqlite3_bind_blob(handle, index, value, Int32(value.count), Self.copied)
        }
    }

    public func bind(_ index: Int32, _ value: UInt64?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    public func bind(_ index: Int32, _ value: String?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    public func bind(_ index: Int32, _ value: [UInt8]?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    /// SQLITE_TRANSIENT, a macro that Swift does not import: SQLite copies the bytes before the call returns.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    // MARK: Columns

    public func int64(_ column: Int32) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    public func uint64(_ column: Int32) -> UInt64 {
        UInt64(bitPattern: sqlite3_column_int64(handle, column))
    }

    public func int32(_ column: Int32) -> Int32 {
        sqlite3_column_int(handle, column)
    }

    public func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    /// UTF-8 text; empty for NULL.
    public func string(_ column: Int32) -> String {
        guard let text = sqlite3_column_text(handle, column) else { return "" }
        return String(
            decoding: UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, column))),
            as: UTF8.self)
    }

    public func bytes(_ column: Int32) -> [UInt8] {
        guard let blob = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: blob, count: Int(sqlite3_column_bytes(handle, column))))
    }
}
