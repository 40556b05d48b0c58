internal import Basics
internal import Contracts
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Everybody's settings.
final class SettingsTable {
    private let select: SQLiteStatement
    private let upsert: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        select = try connection.prepare("SELECT version, privacy, client FROM settings WHERE user_id = ?1")
        upsert = try connection.prepare(
            """
            INSERT INTO settings(user_id, version, privacy, client) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (user_id) DO UPDATE
                SET version = excluded.version, privacy = excluded.privacy, client = excluded.client
            """)
    }

    /// As they are stored: what was never set is absent.
    func stored(of user: UserID) throws(SQLiteError) -> Settings {
        let row = try select.first(
            { $0.bind(1, user.rawValue) }, read: { ($0.uint64(0), $0.bytes(1), $0.bytes(2)) })
        guard let (version, privacy, client) = row else { return Settings(privacy: PrivacySettings()) }
        do throws(ProtobufError) {
            return Settings(version: version, privacy: try PrivacySettings(protobuf: privacy), client: client)
        } catch {
            throw SQLiteError(.corrupt, message: "settings that are stored cannot be read")
        }
    }

    /// With everything that was never set.
    func privacy(of user: UserID) throws(SQLiteError) -> PrivacySettings {
        try stored(of: user).privacy?.complete ?? .defaults
    }

    func save(_ settings: Settings, of user: UserID) throws(SQLiteError) {
        try upsert.run { statement in
            statement.bind(1, user.rawValue)
            statement.bind(2, settings.version)
            statement.bind(3, settings.privacy?.protobufBytes() ?? [])
            statement.bind(4, settings.client)
        }
    }
}
