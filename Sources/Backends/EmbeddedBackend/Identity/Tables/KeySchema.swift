internal import SQLiteDriver

extension IdentitySchema {
    /// The keys of accounts and devices, links and backups, and the facts that other services wait for.
    static let keys = SQLiteMigration(
        3,
        """
        CREATE TABLE news(
            -- A fact for the other services, written in the transaction that made it true.
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            event BLOB NOT NULL
        ) STRICT;

        -- A device that was removed keeps its row: no other one ever gets its id.
        ALTER TABLE devices ADD COLUMN removed_at INTEGER;

        CREATE TABLE identity_keys(
            user_id INTEGER PRIMARY KEY REFERENCES users(user_id),
            identity_key BLOB NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE identity_key_resets(
            -- Who replaced an account's key, from where: rows are only added.
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            user_id INTEGER NOT NULL,
            device_id INTEGER NOT NULL,
            session_id INTEGER NOT NULL,
            old_key BLOB NOT NULL,
            new_key BLOB NOT NULL,
            reset_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX identity_key_resets_by_user ON identity_key_resets(user_id);

        CREATE TABLE device_keys(
            device_id INTEGER PRIMARY KEY REFERENCES devices(device_id),
            user_id INTEGER NOT NULL REFERENCES users(user_id),
            -- Of what the other services are told; rises with each change.
            version INTEGER NOT NULL,
            -- All three are NULL once they are void.
            encryption_key BLOB,
            signing_key BLOB,
            certificate BLOB
        ) STRICT;
        CREATE INDEX device_keys_by_user ON device_keys(user_id, device_id);

        CREATE TABLE device_links(
            -- The device that waits.
            device_id INTEGER PRIMARY KEY REFERENCES devices(device_id),
            user_id INTEGER NOT NULL REFERENCES users(user_id),
            link_id INTEGER NOT NULL,
            offer BLOB NOT NULL,
            -- NULL until it is approved.
            payload BLOB,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX device_links_by_user ON device_links(user_id);
        CREATE INDEX device_links_by_end ON device_links(expires_at);

        CREATE TABLE backups(
            user_id INTEGER PRIMARY KEY REFERENCES users(user_id),
            -- Goes on when the backup is erased, so that no version is used twice.
            version INTEGER NOT NULL,
            -- NULL once it is erased.
            data BLOB,
            updated_at INTEGER NOT NULL
        ) STRICT;
        """)
}
