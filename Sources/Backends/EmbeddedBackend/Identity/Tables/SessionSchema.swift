internal import SQLiteDriver

extension IdentitySchema {
    /// Sessions that end, and the log of those that have ended.
    static let sessions = SQLiteMigration(
        2,
        """
        CREATE TABLE revocations(
            -- Without gaps: gateways read what is after the number they know.
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            session_id INTEGER NOT NULL,
            revoked_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX sessions_by_device ON sessions(device_id);
        """)
}
