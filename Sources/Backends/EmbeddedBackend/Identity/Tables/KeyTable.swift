internal import Basics
internal import Contracts
internal import Identity
internal import SQLiteDriver
internal import WireProtocol

/// The identity keys of accounts and the keys of their devices.
final class KeyTable {
    private let selectUser: SQLiteStatement
    private let selectIdentityKey: SQLiteStatement
    private let upsertIdentityKey: SQLiteStatement
    private let insertReset: SQLiteStatement
    private let selectDeviceKeys: SQLiteStatement
    private let selectUserKeys: SQLiteStatement
    private let keyedCount: SQLiteStatement
    private let upsertDeviceKeys: SQLiteStatement
    private let voidDeviceKeys: SQLiteStatement
    private let selectVersion: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        selectUser = try connection.prepare("SELECT user_id FROM users WHERE user_id = ?1")
        selectIdentityKey = try connection.prepare(
            "SELECT identity_key, created_at FROM identity_keys WHERE user_id = ?1")
        upsertIdentityKey = try connection.prepare(
            """
            INSERT INTO identity_keys(user_id, identity_key, created_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (user_id) DO UPDATE SET identity_key = excluded.identity_key, created_at = excluded.created_at
            """)
        insertReset = try connection.prepare(
            """
            INSERT INTO identity_key_resets(user_id, device_id, session_id, old_key, new_key, reset_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """)
        selectDeviceKeys = try connection.prepare(
            """
            SELECT device_id, encryption_key, signing_key, certificate FROM device_keys
            WHERE device_id = ?1 AND certificate IS NOT NULL
            """)
        selectUserKeys = try connection.prepare(
            """
            SELECT device_id, encryption_key, signing_key, certificate FROM device_keys
            WHERE user_id = ?1 AND certificate IS NOT NULL ORDER BY device_id
            """)
        keyedCount = try connection.prepare(
            "SELECT count(*) FROM device_keys WHERE user_id = ?1 AND certificate IS NOT NULL")
        upsertDeviceKeys = try connection.prepare(
            """
            INSERT INTO device_keys(device_id, user_id, version, encryption_key, signing_key, certificate)
            VALUES (?1, ?2, 1, ?3, ?4, ?5)
            ON CONFLICT (device_id) DO UPDATE SET version = version + 1, encryption_key = excluded.encryption_key,
                signing_key = excluded.signing_key, certificate = excluded.certificate
            """)
        voidDeviceKeys = try connection.prepare(
            """
            UPDATE device_keys SET version = version + 1, encryption_key = NULL, signing_key = NULL, certificate = NULL
            WHERE device_id = ?1
            """)
        selectVersion = try connection.prepare("SELECT version FROM device_keys WHERE device_id = ?1")
    }

    // MARK: Accounts

    func hasUser(_ user: UserID) throws(SQLiteError) -> Bool {
        try selectUser.first({ $0.bind(1, user.rawValue) }, read: { _ in true }) ?? false
    }

    func identityKey(of user: UserID) throws(SQLiteError) -> IdentityKey? {
        try selectIdentityKey.first(
            { $0.bind(1, user.rawValue) }, read: { IdentityKey(bytes: $0.bytes(0), createdAt: $0.int64(1)) })
    }

    func save(_ key: IdentityKey, of user: UserID) throws(SQLiteError) {
        try upsertIdentityKey.run { statement in
            statement.bind(1, user.rawValue)
            statement.bind(2, key.bytes)
            statement.bind(3, key.createdAt)
        }
    }

    func noteReset(from old: IdentityKey, to new: IdentityKey, by caller: Caller) throws(SQLiteError) {
        try insertReset.run { statement in
            statement.bind(1, caller.userID.rawValue)
            statement.bind(2, caller.deviceID.rawValue)
            statement.bind(3, caller.sessionID.rawValue)
            statement.bind(4, old.bytes)
            statement.bind(5, new.bytes)
            statement.bind(6, new.createdAt)
        }
    }

    // MARK: Devices

    /// - Returns: nil for a device whose keys are void or never were there.
    func keys(of device: DeviceID) throws(SQLiteError) -> DeviceKeys? {
        try selectDeviceKeys.first({ $0.bind(1, device.rawValue) }, read: Self.keys)
    }

    func keys(of user: UserID) throws(SQLiteError) -> [DeviceKeys] {
        try selectUserKeys.all({ $0.bind(1, user.rawValue) }, read: Self.keys)
    }

    func keyedDeviceCount(of user: UserID) throws(SQLiteError) -> Int {
        Int(try keyedCount.first({ $0.bind(1, user.rawValue) }, read: { $0.int64(0) }) ?? 0)
    }

    /// - Returns: what the other services are told.
    func save(_ keys: DeviceKeys, of user: UserID) throws(SQLiteError) -> DeviceChanged {
        try upsertDeviceKeys.run { statement in
            statement.bind(1, keys.deviceID)
            statement.bind(2, user.rawValue)
            statement.bind(3, keys.encryptionKey)
            statement.bind(4, keys.signingKey)
            statement.bind(5, keys.certificate)
        }
        return DeviceChanged(
            userID: user.rawValue, deviceID: keys.deviceID, version: try version(of: keys.deviceID), isActive: true,
            encryptionKey: keys.encryptionKey, signingKey: keys.signingKey, certificate: keys.certificate)
    }

    /// - Returns: what the other services are told.
    func void(_ keys: DeviceKeys, of user: UserID) throws(SQLiteError) -> DeviceChanged {
        try voidDeviceKeys.run { $0.bind(1, keys.deviceID) }
        return DeviceChanged(
            userID: user.rawValue, deviceID: keys.deviceID, version: try version(of: keys.deviceID), isActive: false)
    }

    private func version(of device: UInt64) throws(SQLiteError) -> UInt64 {
        try selectVersion.first({ $0.bind(1, device) }, read: { $0.uint64(0) }) ?? 0
    }

    private static func keys(_ row: SQLiteStatement) -> DeviceKeys {
        DeviceKeys(
            deviceID: row.uint64(0), encryptionKey: row.bytes(1), signingKey: row.bytes(2), certificate: row.bytes(3))
    }
}
