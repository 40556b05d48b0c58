internal import Basics
internal import SQLiteDriver
internal import WireProtocol

/// Who blocks whom and who hides what was read, as Identity announced it last.
final class BlockTable {
    private let selectBlock: SQLiteStatement
    private let upsertBlock: SQLiteStatement
    private let selectPrivacy: SQLiteStatement
    private let upsertPrivacy: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(SQLiteError) {
        selectBlock = try connection.prepare(
            "SELECT is_blocked FROM blocks WHERE low_user_id = ?1 AND high_user_id = ?2")
        // What is not newer changes nothing. A pair that no longer blocks keeps its row, for the version.
        upsertBlock = try connection.prepare(
            """
            INSERT INTO blocks(low_user_id, high_user_id, version, is_blocked) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (low_user_id, high_user_id) DO UPDATE
                SET version = excluded.version, is_blocked = excluded.is_blocked WHERE excluded.version > version
            """)
        selectPrivacy = try connection.prepare("SELECT hides_reading FROM reader_privacy WHERE user_id = ?1")
        upsertPrivacy = try connection.prepare(
            """
            INSERT INTO reader_privacy(user_id, version, hides_reading) VALUES (?1, ?2, ?3)
            ON CONFLICT (user_id) DO UPDATE
                SET version = excluded.version, hides_reading = excluded.hides_reading
                WHERE excluded.version > version
            """)
    }

    /// Whether one of the two has blocked the other.
    func isBlocked(_ pair: UserPair) throws(SQLiteError) -> Bool {
        try selectBlock.first(
            { statement in
                statement.bind(1, pair.low.rawValue)
                statement.bind(2, pair.high.rawValue)
            }, read: { $0.int64(0) != 0 }) ?? false
    }

    /// Those of these people between whom and the user a block stands.
    func blocked(_ people: [UserID], by user: UserID) throws(SQLiteError) -> [UserID] {
        var found: [UserID] = []
        for other in people where other != user {
            if try isBlocked(UserPair(user, other)) { found.append(other) }
        }
        return found
    }

    func save(_ change: BlockChanged) throws(SQLiteError) {
        try upsertBlock.run { statement in
            statement.bind(1, change.lowUserID)
            statement.bind(2, change.highUserID)
            statement.bind(3, change.version)
            statement.bind(4, change.isBlocked ? 1 as Int64 : 0)
        }
    }

    func hidesReading(_ user: UserID) throws(SQLiteError) -> Bool {
        try selectPrivacy.first({ $0.bind(1, user.rawValue) }, read: { $0.int64(0) != 0 }) ?? false
    }

    func save(_ change: PrivacyChanged) throws(SQLiteError) {
        try upsertPrivacy.run { statement in
            statement.bind(1, change.userID)
            statement.bind(2, change.version)
            statement.bind(3, change.privacy?.readReceipts == false ? 1 as Int64 : 0)
        }
    }
}
