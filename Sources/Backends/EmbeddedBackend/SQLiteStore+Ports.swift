internal import Contracts
internal import SQLiteDriver

/// A store whose calls fail as ports do.
extension SQLiteStore {
    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (Tables) throws(SQLiteError) -> Value
    ) async throws(StoreError) -> Value {
        do throws(SQLiteError) {
            return try await read(body)
        } catch {
            throw StoreError(error)
        }
    }

    func writing<Value: Sendable>(
        _ writeClass: SQLiteWriteClass = .normal, key: UInt64? = nil, byteCount: Int = 256, erases: Bool = false,
        _ body: @escaping @Sendable (Tables) throws(SQLiteError) -> Value,
        committed: @escaping @Sendable (Value) -> Void = { _ in }
    ) async throws(StoreError) -> Value {
        do throws(SQLiteError) {
            return try await write(
                writeClass, key: key, byteCount: byteCount, erases: erases, body, committed: committed)
        } catch {
            throw StoreError(error)
        }
    }
}
