internal import Basics
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Devices as their owners see them. Those that were removed are not there.
final class OwnDeviceTable {
    private let select: SQLiteStatement
    private let updateName: SQLiteStatement
    private let remove: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        select = try connection.prepare(
            """
            SELECT d.device_id, d.name, d.platform, d.created_at,
                (SELECT max(s.created_at) FROM sessions AS s WHERE s.device_id = d.device_id),
                EXISTS (SELECT 1 FROM device_keys AS k WHERE k.device_id = d.device_id AND k.certificate IS NOT NULL)
            FROM devices AS d
            WHERE d.user_id = ?1 AND d.device_id > ?2 AND d.device_id <= ?3 AND d.removed_at IS NULL
            ORDER BY d.device_id LIMIT ?4
            """)
        updateName = try connection.prepare("UPDATE devices SET name = ?2 WHERE device_id = ?1")
        remove = try connection.prepare(
            "UPDATE devices SET name = '', platform = '', removed_at = ?2 WHERE device_id = ?1")
    }

    func page(of user: UserID, above device: DeviceID, limit: Int) throws(SQLiteError) -> [OwnDevice] {
        try devices(of: user, above: Int64(bitPattern: device.rawValue), to: .max, limit: limit)
    }

    func device(_ device: DeviceID, of user: UserID) throws(SQLiteError) -> OwnDevice? {
        let id = Int64(bitPattern: device.rawValue)
        // What no id can be wraps around, and finds nothing.
        return try devices(of: user, above: id &- 1, to: id, limit: 1).first
    }

    private func devices(of user: UserID, above: Int64, to: Int64, limit: Int) throws(SQLiteError) -> [OwnDevice] {
        try select.all(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, above)
                statement.bind(3, to)
                statement.bind(4, Int64(limit))
            }, read: Self.device)
    }

    func rename(_ device: DeviceID, to name: String) throws(SQLiteError) {
        try updateName.run { statement in
            statement.bind(1, device.rawValue)
            statement.bind(2, name)
        }
    }

    func remove(_ device: DeviceID, now: Int64) throws(SQLiteError) {
        try remove.run { statement in
            statement.bind(1, device.rawValue)
            statement.bind(2, now)
        }
    }

    private static func device(_ row: SQLiteStatement) -> OwnDevice {
        OwnDevice(
            id: row.uint64(0), name: row.string(1), platform: row.string(2),
            createdAt: Timestamp(millisecondsSince1970: row.int64(3)),
            lastSeenAt: row.isNull(4) ? nil : Timestamp(millisecondsSince1970: row.int64(4)),
            hasKeys: row.int64(5) != 0)
    }
}
