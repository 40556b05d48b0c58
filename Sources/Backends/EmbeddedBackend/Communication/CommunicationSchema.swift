internal import SQLiteDriver

/// The schema of `communication.db`.
enum CommunicationSchema {
    static let migrations = [
        SQLiteMigration(
            1,
            """
            CREATE TABLE store(
                id INTEGER PRIMARY KEY CHECK (id = 1),
                -- Another value means: this store is an older copy, positions kept by clients are void.
                incarnation TEXT NOT NULL
            ) STRICT;
            INSERT INTO store(id, incarnation) VALUES (1, lower(hex(randomblob(8))));

            CREATE TABLE chats(
                chat_id INTEGER PRIMARY KEY,
                type INTEGER NOT NULL,
                encryption INTEGER NOT NULL,
                name TEXT NOT NULL,
                creator_id INTEGER NOT NULL,
                client_id BLOB,
                created_at INTEGER NOT NULL,
                last_seq INTEGER NOT NULL,
                -- How many entries of kind message there are.
                last_ordinal INTEGER NOT NULL,
                last_entry_at INTEGER NOT NULL,
                -- The store-wide number of the last append: what a device's cursor is compared with.
                activity INTEGER NOT NULL,
                member_count INTEGER NOT NULL,
                member_version INTEGER NOT NULL,
                roster_version INTEGER NOT NULL
            ) STRICT;
            CREATE UNIQUE INDEX chats_by_client_id ON chats(creator_id, client_id) WHERE client_id IS NOT NULL;

            CREATE TABLE direct_chats(
                low_user_id INTEGER NOT NULL,
                high_user_id INTEGER NOT NULL,
                chat_id INTEGER NOT NULL REFERENCES chats(chat_id),
                PRIMARY KEY (low_user_id, high_user_id)
            ) WITHOUT ROWID, STRICT;

            CREATE TABLE members(
                chat_id INTEGER NOT NULL REFERENCES chats(chat_id),
                user_id INTEGER NOT NULL,
                role INTEGER NOT NULL,
                visible_from_seq INTEGER NOT NULL,
                read_seq INTEGER NOT NULL,
                -- The ordinal at read_seq: unread is the chat's last_ordinal less this.
                read_ordinal INTEGER NOT NULL,
                delivered_seq INTEGER NOT NULL,
                PRIMARY KEY (chat_id, user_id)
            ) WITHOUT ROWID, STRICT;
            CREATE INDEX members_by_user ON members(user_id, chat_id);

            -- Rows are appended: the id rises, whatever the chat.
            CREATE TABLE entries(
                id INTEGER PRIMARY KEY,
                chat_id INTEGER NOT NULL,
                seq INTEGER NOT NULL,
                ordinal INTEGER NOT NULL,
                sender_id INTEGER NOT NULL,
                sender_device_id INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                client_id BLOB,
                body_hash BLOB,
                created_at INTEGER NOT NULL,
                reply_to_seq INTEGER,
                content BLOB
            ) STRICT;
            CREATE UNIQUE INDEX entries_by_seq ON entries(chat_id, seq);
            CREATE UNIQUE INDEX entries_by_client_id ON entries(chat_id, sender_id, client_id);

            CREATE VIEW chats_of_members AS
                SELECT c.chat_id, c.type, c.name, c.encryption, c.member_count, c.member_version, c.roster_version,
                    c.last_seq, m.read_seq, m.delivered_seq, c.last_ordinal - m.read_ordinal AS unread_count,
                    c.last_entry_at, m.role, m.visible_from_seq, c.created_at, c.activity, m.user_id
                FROM members AS m JOIN chats AS c ON c.chat_id = m.chat_id;
            """)
    ]
}
