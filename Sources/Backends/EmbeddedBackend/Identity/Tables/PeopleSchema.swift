internal import SQLiteDriver

extension IdentitySchema {
    /// Settings and contacts.
    static let people = SQLiteMigration(
        4,
        """
        CREATE TABLE settings(
            user_id INTEGER PRIMARY KEY REFERENCES users(user_id),
            version INTEGER NOT NULL,
            document BLOB NOT NULL
        ) STRICT;
        """)
}
