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
            -- How the client derived the password; both are null when it is sent as it is.
            kdf_salt BLOB,
            kdf_iterations INTEGER,
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
            created_at INTEGER NOT NULL,
            -- How often the session was refreshed, and SHA-256 of the newest refresh token's secret: whoever reads the
            -- file cannot log in with it.
            generation INTEGER NOT NULL,
            token_hash BLOB NOT NULL,
            used_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX sessions_by_user ON sessions(user_id, session_id);

        CREATE TABLE signing_keys(
            number INTEGER PRIMARY KEY,
            key_id TEXT NOT NULL UNIQUE,
            der BLOB NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;
        """)
}
