internal import Basics
internal import Contracts
internal import Identity
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Devices that wait to be approved, and the answers until they have been fetched.
final class DeviceLinkTable {
    private let deleteExpired: SQLiteStatement
    private let pendingCount: SQLiteStatement
    private let upsert: SQLiteStatement
    private let selectOne: SQLiteStatement
    private let selectPending: SQLiteStatement
    private let updatePayload: SQLiteStatement
    private let deleteOne: SQLiteStatement
    private let deleteOfUser: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        deleteExpired = try connection.prepare("DELETE FROM device_links WHERE expires_at <= ?1")
        pendingCount = try connection.prepare(
            "SELECT count(*) FROM device_links WHERE user_id = ?1 AND device_id <> ?2 AND payload IS NULL")
        upsert = try connection.prepare(
            """
            INSERT INTO device_links(device_id, user_id, link_id, offer, payload, created_at, expires_at)
            VALUES (?1, ?2, ?3, ?4, NULL, ?5, ?6)
            ON CONFLICT (device_id) DO UPDATE SET link_id = excluded.link_id, offer = excluded.offer, payload = NULL,
                created_at = excluded.created_at, expires_at = excluded.expires_at
            """)
        selectOne = try connection.prepare(
            "SELECT link_id, payload, expires_at, user_id FROM device_links WHERE device_id = ?1 AND expires_at > ?2")
        selectPending = try connection.prepare(
            """
            SELECT l.link_id, l.device_id, d.name, d.platform, l.offer, l.created_at, l.expires_at
            FROM device_links AS l JOIN devices AS d ON d.device_id = l.device_id
            WHERE l.user_id = ?1 AND l.device_id <> ?2 AND l.expires_at > ?3 AND l.payload IS NULL
            ORDER BY l.created_at, l.device_id
            """)
        updatePayload = try connection.prepare("UPDATE device_links SET payload = ?2 WHERE device_id = ?1")
        deleteOne = try connection.prepare("DELETE FROM device_links WHERE device_id = ?1")
        deleteOfUser = try connection.prepare("DELETE FROM device_links WHERE user_id = ?1")
    }

    struct Link {
        let id: UInt64
        let userID: UserID
        let expiresAt: Int64
        /// nil until it is approved.
        let payload: [UInt8]?
    }

    func deleteExpired(now: Int64) throws(SQLiteError) {
        try deleteExpired.run { $0.bind(1, now) }
    }

    /// Of the user's devices but one; call `deleteExpired` before.
    func pendingCount(of user: UserID, except device: DeviceID) throws(SQLiteError) -> Int {
        let count = try pendingCount.first(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, device.rawValue)
            }, read: { $0.int64(0) })
        return Int(count ?? 0)
    }

    func save(_ link: NewDeviceLink, id: UInt64, by caller: Caller) throws(SQLiteError) {
        try upsert.run { statement in
            statement.bind(1, caller.deviceID.rawValue)
            statement.bind(2, caller.userID.rawValue)
            statement.bind(3, id)
            statement.bind(4, link.offer)
            statement.bind(5, link.createdAt)
            statement.bind(6, link.expiresAt)
        }
    }

    func link(of device: DeviceID, now: Int64) throws(SQLiteError) -> Link? {
        try selectOne.first(
            { statement in
                statement.bind(1, device.rawValue)
                statement.bind(2, now)
            },
            read: { row in
                Link(
                    id: row.uint64(0), userID: UserID(row.uint64(3)), expiresAt: row.int64(2),
                    payload: row.isNull(1) ? nil : row.bytes(1))
            })
    }

    func pending(of user: UserID, except device: DeviceID, now: Int64) throws(SQLiteError) -> [PendingDeviceLink] {
        try selectPending.all(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, device.rawValue)
                statement.bind(3, now)
            },
            read: { row in
                PendingDeviceLink(
                    linkID: row.uint64(0), deviceID: row.uint64(1), deviceName: row.string(2), platform: row.string(3),
                    offer: row.bytes(4), createdAt: Timestamp(millisecondsSince1970: row.int64(5)),
                    expiresAt: Timestamp(millisecondsSince1970: row.int64(6)))
            })
    }

    func answer(_ device: DeviceID, with payload: [UInt8]) throws(SQLiteError) {
        try updatePayload.run { statement in
            statement.bind(1, device.rawValue)
            statement.bind(2, payload)
        }
    }

    func delete(_ device: DeviceID) throws(SQLiteError) {
        try deleteOne.run { $0.bind(1, device.rawValue) }
    }

    func delete(of user: UserID) throws(SQLiteError) {
        try deleteOfUser.run { $0.bind(1, user.rawValue) }
    }
}
