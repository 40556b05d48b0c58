internal import SQLiteDriver

/// The prepared statements of `communication.db` on one connection.
final class CommunicationTables {
    let store: StoreTable
    let chats: ChatTable
    let members: MemberTable
    let positions: PositionTable
    let entries: EntryTable
    let devices: DeviceTable
    let blocks: BlockTable
    let inbox: InboxTable
    let outbox: OutboxTable

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        store = try StoreTable(connection)
        chats = try ChatTable(connection)
        members = try MemberTable(connection)
        positions = try PositionTable(connection)
        entries = try EntryTable(connection)
        devices = try DeviceTable(connection)
        blocks = try BlockTable(connection)
        inbox = try InboxTable(connection)
        outbox = try OutboxTable(connection)
    }
}
