internal import SQLiteDriver

extension IdentitySchema {
    /// Profiles and how they are found, settings and contacts.
    static let people = SQLiteMigration(
        4,
        """
        ALTER TABLE users ADD COLUMN avatar_url TEXT NOT NULL DEFAULT '';
        ALTER TABLE users ADD COLUMN bio TEXT NOT NULL DEFAULT '';
        ALTER TABLE users ADD COLUMN username_changed_at INTEGER NOT NULL DEFAULT 0;

        -- User names that were given up: nobody but their owner may take them until then.
        CREATE TABLE former_usernames(
            username TEXT PRIMARY KEY,
            user_id INTEGER NOT NULL REFERENCES users(user_id),
            until INTEGER NOT NULL
        ) WITHOUT ROWID, STRICT;

        -- What begins like a search finds somebody. Who does not want to be found has no rows.
        CREATE TABLE names(
            name TEXT NOT NULL,
            user_id INTEGER NOT NULL REFERENCES users(user_id),
            PRIMARY KEY (name, user_id)
        ) WITHOUT ROWID, STRICT;
        CREATE INDEX names_by_user ON names(user_id, name);

        CREATE TABLE settings(
            user_id INTEGER PRIMARY KEY REFERENCES users(user_id),
            version INTEGER NOT NULL,
            -- PrivacySettings, with what was set only.
            privacy BLOB NOT NULL,
            client BLOB NOT NULL
        ) STRICT;

        CREATE TABLE contacts(
            user_id INTEGER NOT NULL REFERENCES users(user_id),
            contact_id INTEGER NOT NULL REFERENCES users(user_id),
            -- As in ContactLink.
            link INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            PRIMARY KEY (user_id, contact_id)
        ) WITHOUT ROWID, STRICT;
        CREATE INDEX contacts_by_link ON contacts(user_id, link, contact_id);
        -- By whom somebody is blocked.
        CREATE INDEX blocks_by_contact ON contacts(contact_id, user_id) WHERE link = 4;

        -- How often what gateways know of a user's contacts and blocks has changed.
        CREATE TABLE relation_versions(
            user_id INTEGER PRIMARY KEY REFERENCES users(user_id),
            version INTEGER NOT NULL
        ) STRICT;

        -- Requests that a user has made on one day, counted from 1970.
        CREATE TABLE contact_requests(
            user_id INTEGER PRIMARY KEY REFERENCES users(user_id),
            day INTEGER NOT NULL,
            count INTEGER NOT NULL
        ) STRICT;
        """)
}
