internal import SQLiteDriver

extension IdentitySchema {
    /// The keys of accounts and devices, and the facts that other services wait for.
    static let keys = SQLiteMigration(
        3,
        """
        CREATE TABLE news(
            -- A fact for the other services, written in the transaction that made it true.
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            event BLOB NOT NULL
        ) STRICT;
        """)
}
