internal import SQLiteDriver

/// The schema of `communication.db`. Numbers of enumerations are those of the contract (`communication.proto`).
enum CommunicationSchema {
    static let migrations = [
        SQLiteMigration(
            1,
            """
            CREATE TABLE store(
                id INTEGER PRIMARY KEY CHECK (id = 1),
                -- Another value means: this store is an older copy, positions kept by clients are void.
                incarnation TEXT NOT NULL,
                -- Taken by each device that becomes active: the order of a roster.
                last_activation INTEGER NOT NULL,
                last_claim_id INTEGER NOT NULL
            ) STRICT;
            INSERT INTO store(id, incarnation, last_activation, last_claim_id)
                VALUES (1, lower(hex(randomblob(8))), 0, 0);

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
                -- Those who are in the chat now.
                member_count INTEGER NOT NULL,
                member_version INTEGER NOT NULL,
                -- With the members' device versions added, where these count: the roster version.
                roster_base INTEGER NOT NULL
            ) STRICT;
            CREATE UNIQUE INDEX chats_by_client_id ON chats(creator_id, client_id) WHERE client_id IS NOT NULL;

            CREATE TABLE direct_chats(
                low_user_id INTEGER NOT NULL,
                high_user_id INTEGER NOT NULL,
                chat_id INTEGER NOT NULL REFERENCES chats(chat_id),
                PRIMARY KEY (low_user_id, high_user_id)
            ) WITHOUT ROWID, STRICT;

            -- Who is or was in a chat: an interval of its log. Who leaves keeps the row, who comes again gets a new
            -- interval in it.
            CREATE TABLE members(
                chat_id INTEGER NOT NULL REFERENCES chats(chat_id),
                user_id INTEGER NOT NULL,
                role INTEGER NOT NULL,
                joined_seq INTEGER NOT NULL,
                visible_from_seq INTEGER NOT NULL,
                read_seq INTEGER NOT NULL,
                -- The ordinal at read_seq: unread is the chat's last_ordinal less this.
                read_ordinal INTEGER NOT NULL,
                read_at INTEGER,
                delivered_seq INTEGER NOT NULL,
                delivered_at INTEGER,
                -- In direct chats: the other one.
                peer_id INTEGER,
                -- Of somebody who is gone: the own removal, the chat's activity at it, and its time.
                left_seq INTEGER,
                left_activity INTEGER,
                left_at INTEGER,
                PRIMARY KEY (chat_id, user_id)
            ) WITHOUT ROWID, STRICT;
            CREATE INDEX present_members ON members(user_id, chat_id) WHERE left_seq IS NULL;
            CREATE INDEX former_members ON members(user_id, left_activity) WHERE left_seq IS NOT NULL;

            -- Rows are appended: the id rises, whatever the chat. What may be long stands last.
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
                refers_to INTEGER,
                member_user_id INTEGER,
                member_change INTEGER,
                member_role INTEGER,
                latest_edit_seq INTEGER,
                deleted_by_seq INTEGER,
                -- Eight bytes each, high first.
                file_ids BLOB,
                name TEXT,
                -- A Content without its keys, and one with nothing else: joined they are the whole.
                content BLOB,
                keys BLOB
            ) STRICT;
            CREATE UNIQUE INDEX entries_by_seq ON entries(chat_id, seq);
            CREATE UNIQUE INDEX entries_by_client_id ON entries(chat_id, sender_id, client_id)
                WHERE client_id IS NOT NULL;
            CREATE INDEX entries_by_target ON entries(chat_id, refers_to, sender_id) WHERE refers_to IS NOT NULL;

            -- What is known of everybody's devices from Identity's announcements.
            CREATE TABLE devices(
                id INTEGER PRIMARY KEY,
                user_id INTEGER NOT NULL,
                device_id INTEGER NOT NULL,
                version INTEGER NOT NULL,
                is_active INTEGER NOT NULL,
                activation INTEGER NOT NULL,
                encryption_key BLOB NOT NULL,
                signing_key BLOB NOT NULL,
                certificate BLOB NOT NULL,
                UNIQUE (user_id, device_id)
            ) STRICT;
            CREATE INDEX active_devices ON devices(user_id, activation, device_id) WHERE is_active = 1;

            -- How often what a user's devices mean to a roster has changed.
            CREATE TABLE device_versions(
                user_id INTEGER PRIMARY KEY,
                version INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE inbox_heads(
                user_id INTEGER PRIMARY KEY,
                inbox_seq INTEGER NOT NULL
            ) STRICT;
            -- Compacted: of each chat the latest item.
            CREATE TABLE inbox(
                user_id INTEGER NOT NULL,
                chat_id INTEGER NOT NULL,
                inbox_seq INTEGER NOT NULL,
                PRIMARY KEY (user_id, chat_id)
            ) WITHOUT ROWID, STRICT;
            CREATE INDEX inbox_by_seq ON inbox(user_id, inbox_seq);

            CREATE TABLE last_seen(
                user_id INTEGER PRIMARY KEY,
                at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE outbox(
                id INTEGER PRIMARY KEY,
                consumer TEXT NOT NULL,
                chat_id INTEGER NOT NULL,
                seq INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                claim_id INTEGER,
                claimed_until INTEGER
            ) STRICT;
            CREATE INDEX outbox_free ON outbox(consumer, id) WHERE claim_id IS NULL;
            CREATE INDEX outbox_held ON outbox(claim_id) WHERE claim_id IS NOT NULL;
            CREATE INDEX outbox_due ON outbox(consumer, claimed_until) WHERE claim_id IS NOT NULL;

            CREATE VIEW chats_of_members AS
                SELECT c.chat_id, c.type, c.encryption, c.name, c.created_at, c.last_seq, c.last_ordinal,
                    c.last_entry_at, c.activity, c.member_count, c.member_version, c.roster_base,
                    m.user_id, m.role, m.visible_from_seq, m.read_seq, m.read_ordinal, m.delivered_seq, m.peer_id,
                    m.left_seq, m.left_activity, m.left_at
                FROM members AS m JOIN chats AS c ON c.chat_id = m.chat_id;

            -- Entries with the latest edit of each.
            CREATE VIEW log AS
                SELECT e.chat_id, e.seq, e.ordinal, e.sender_id, e.sender_device_id, e.kind, e.client_id, e.body_hash,
                    e.created_at, e.reply_to_seq, e.refers_to, e.member_user_id, e.member_change, e.member_role,
                    e.deleted_by_seq, e.file_ids, e.name, e.content, e.keys,
                    l.seq AS latest_edit_seq, l.created_at AS latest_edit_at, l.content AS latest_edit_content,
                    l.keys AS latest_edit_keys
                FROM entries AS e LEFT JOIN entries AS l ON l.chat_id = e.chat_id AND l.seq = e.latest_edit_seq;
            """),
        SQLiteMigration(
            2,
            """
            -- What Identity announced last of a pair of people, and of a person.
            CREATE TABLE blocks(
                low_user_id INTEGER NOT NULL,
                high_user_id INTEGER NOT NULL,
                version INTEGER NOT NULL,
                is_blocked INTEGER NOT NULL,
                PRIMARY KEY (low_user_id, high_user_id)
            ) WITHOUT ROWID, STRICT;
            CREATE TABLE reader_privacy(
                user_id INTEGER PRIMARY KEY,
                version INTEGER NOT NULL,
                hides_reading INTEGER NOT NULL
            ) STRICT;
            """),
    ]
}
