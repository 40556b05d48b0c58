internal import SQLiteDriver

extension IdentitySchema {
    /// Accounts with their devices and sessions, and what leaves Identity for the other services.
    static let accounts = SQLiteMigration(
        1,
        """
        CREATE TABLE users(
            user_id INTEGER PRIMARY KEY,
            email TEXT NOT NULL UNIQUE,
            username TEXT NOT NULL UNIQUE,
            display_name TEXT NOT NULL,
            password_hash TEXT NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE devices(
            device_id INTEGER PRIMARY KEY,
            user_id INTEGER NOT NULL REFERENCES users(user_id),
            name TEXT NOT NULL,
            platform TEXT NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX devices_by_user ON devices(user_id);

        CREATE TABLE sessions(
            session_id INTEGER PRIMARY KEY,
            user_id INTEGER NOT NULL REFERENCES users(user_id),
            device_id INTEGER NOT NULL REFERENCES devices(device_id),
            created_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX sessions_by_user ON sessions(user_id, session_id);

        CREATE TABLE refresh_tokens(
            -- SHA-256 of the token: whoever reads the file cannot log in with it.
            hash BLOB PRIMARY KEY,
            session_id INTEGER NOT NULL REFERENCES sessions(session_id) ON DELETE CASCADE,
            expires_at INTEGER NOT NULL
        ) WITHOUT ROWID, STRICT;
        CREATE INDEX refresh_tokens_by_session ON refresh_tokens(session_id);

        CREATE TABLE signing_keys(
            number INTEGER PRIMARY KEY,
            key_id TEXT NOT NULL UNIQUE,
            der BLOB NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;
        """)
}
