internal import Basics
internal import SQLiteDriver
internal import WireProtocol

/// Everybody's devices, and what follows from them for the rosters of chats.
final class DeviceTable {
    private let selectKnown: SQLiteStatement
    private let upsert: SQLiteStatement
    private let raiseVersion: SQLiteStatement
    private let selectVersion: SQLiteStatement
    private let versionSum: SQLiteStatement
    private let activeCount: SQLiteStatement
    private let roster: SQLiteStatement
    private let keys: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        selectKnown = try connection.prepare(
            """
            SELECT version, is_active, encryption_key, signing_key, certificate, activation FROM devices
            WHERE user_id = ?1 AND device_id = ?2
            """)
        upsert = try connection.prepare(
            """
            INSERT INTO devices(user_id, device_id, version, is_active, activation, encryption_key, signing_key,
                certificate) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (user_id, device_id) DO UPDATE SET version = excluded.version,
                is_active = excluded.is_active, activation = excluded.activation,
                encryption_key = excluded.encryption_key, signing_key = excluded.signing_key,
                certificate = excluded.certificate
            """)
        raiseVersion = try connection.prepare(
            """
            INSERT INTO device_versions(user_id, version) VALUES (?1, 1)
            ON CONFLICT (user_id) DO UPDATE SET version = version + 1
            """)
        selectVersion = try connection.prepare("SELECT version FROM device_versions WHERE user_id = ?1")
        versionSum = try connection.prepare(
            """
            SELECT coalesce(sum(v.version), 0)
            FROM members AS m CROSS JOIN device_versions AS v ON v.user_id = m.user_id
            WHERE m.chat_id = ?1 AND m.left_seq IS NULL
            """)
        activeCount = try connection.prepare(
            "SELECT count(*) FROM devices WHERE user_id = ?1 AND is_active = 1")
        // Members without device come first, those who came first before the others.
        roster = try connection.prepare(
            """
            SELECT m.user_id, d.device_id
            FROM members AS m LEFT JOIN devices AS d ON d.user_id = m.user_id AND d.is_active = 1
            WHERE m.chat_id = ?1 AND m.left_seq IS NULL
            ORDER BY d.activation, d.device_id, m.joined_seq, m.user_id
            """)
        keys = try connection.prepare(
            "SELECT encryption_key, signing_key, certificate FROM devices WHERE user_id = ?1 AND device_id = ?2")
    }

    // MARK: Devices

    /// What was heard of a device last.
    struct Known {
        let change: DeviceChanged
        /// Taken when it became active; orders the devices of a roster.
        let activation: UInt64
    }

    func known(_ device: UInt64, of user: UInt64) throws(SQLiteError) -> Known? {
        try selectKnown.first(
            { statement in
                statement.bind(1, user)
                statement.bind(2, device)
            },
            read: { row in
                let change = DeviceChanged(
                    userID: user, deviceID: device, version: row.uint64(0), isActive: row.int64(1) != 0,
                    encryptionKey: row.bytes(2), signingKey: row.bytes(3), certificate: row.bytes(4))
                return Known(change: change, activation: row.uint64(5))
            })
    }

    func save(_ device: Known) throws(SQLiteError) {
        let change = device.change
        try upsert.run { statement in
            statement.bind(1, change.userID)
            statement.bind(2, change.deviceID)
            statement.bind(3, change.version)
            statement.bind(4, change.isActive ? 1 as Int64 : 0)
            statement.bind(5, device.activation)
            statement.bind(6, change.encryptionKey)
            statement.bind(7, change.signingKey)
            statement.bind(8, change.certificate)
        }
    }

    func activeCount(of user: UserID) throws(SQLiteError) -> Int {
        Int(try activeCount.first({ $0.bind(1, user.rawValue) }, read: { $0.int64(0) }) ?? 0)
    }

    // MARK: Versions

    /// What a user's devices mean to a roster has changed.
    func raiseVersion(of user: UInt64) throws(SQLiteError) {
        try raiseVersion.run { $0.bind(1, user) }
    }

    func version(of user: UserID) throws(SQLiteError) -> UInt64 {
        try selectVersion.first({ $0.bind(1, user.rawValue) }, read: { $0.uint64(0) }) ?? 0
    }

    /// Of all who are in the chat now, together.
    func versionSum(of chat: ChatID) throws(SQLiteError) -> UInt64 {
        try versionSum.first({ $0.bind(1, chat.rawValue) }, read: { $0.uint64(0) }) ?? 0
    }

    // MARK: Rosters

    /// The active devices of those who are in a chat now, in the order in which they get a place in its roster.
    struct Roster {
        var devices: [(userID: UserID, deviceID: UInt64)] = []
        var membersWithoutDevices: [UserID] = []
    }

    func roster(of chat: ChatID) throws(SQLiteError) -> Roster {
        let rows = try roster.all(
            { $0.bind(1, chat.rawValue) },
            read: { (userID: UserID($0.uint64(0)), deviceID: $0.isNull(1) ? nil : $0.uint64(1)) })
        return rows.reduce(into: Roster()) { roster, row in
            if let deviceID = row.deviceID {
                roster.devices.append((row.userID, deviceID))
            } else {
                roster.membersWithoutDevices.append(row.userID)
            }
        }
    }

    func rosterDevice(_ device: UInt64, of user: UserID) throws(SQLiteError) -> RosterDevice? {
        try keys.first(
            { statement in
                statement.bind(1, user.rawValue)
                statement.bind(2, device)
            },
            read: { row in
                RosterDevice(
                    userID: user.rawValue, deviceID: device, encryptionKey: row.bytes(0), signingKey: row.bytes(1),
                    certificate: row.bytes(2))
            })
    }
}
