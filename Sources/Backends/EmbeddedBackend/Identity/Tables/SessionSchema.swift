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
        CREATE INDEX revocations_by_time ON revocations(revoked_at);
        CREATE INDEX sessions_by_device ON sessions(device_id);
        CREATE INDEX sessions_by_expiry ON sessions(expires_at);

        CREATE TABLE server_secret(
            one INTEGER PRIMARY KEY CHECK (one = 1),
            value BLOB NOT NULL
        ) STRICT;
        """)
}
