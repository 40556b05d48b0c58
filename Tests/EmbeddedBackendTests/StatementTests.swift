import Basics
import CSQLite
import Communication
import Contracts
import Protobuf
import SQLiteDriver
import Testing
import WireProtocol

@testable import EmbeddedBackend

@Suite("The statements of communication.db")
struct StatementTests {
    /// The statements on a connection of their own, and SQLite's view of them.
    private struct Opened {
        let tables: CommunicationTables
        let connection: SQLiteConnection
        private let handle: OpaquePointer

        init(_ fixture: CommunicationFixture) throws {
            connection = try SQLiteConnection(path: fixture.database, role: .writer, settings: SQLiteSettings())
            tables = try CommunicationTables(connection)
            let field = Mirror(reflecting: connection).children.first { $0.label == "handle" }
            handle = try #require(field?.value as? OpaquePointer)
        }

        var statements: [OpaquePointer] {
            var all: [OpaquePointer] = []
            var next = sqlite3_next_stmt(handle, nil)
            while let statement = next {
                all.append(statement)
                next = sqlite3_next_stmt(handle, statement)
            }
            return all
        }

        static func sql(_ statement: OpaquePointer) -> String { String(cString: sqlite3_sql(statement)) }

        /// How SQLite finds the rows of a statement.
        func plan(of statement: OpaquePointer) throws -> [String] {
            var explanation: OpaquePointer?
            let result = sqlite3_prepare_v2(
                handle, "EXPLAIN QUERY PLAN " + Self.sql(statement), -1, &explanation, nil)
            try #require(result == SQLITE_OK)
            defer { sqlite3_finalize(explanation) }
            var lines: [String] = []
            while sqlite3_step(explanation) == SQLITE_ROW {
                lines.append(String(cString: sqlite3_column_text(explanation, 3)))
            }
            return lines
        }

        /// The statements that ran since the last time, in no order.
        func takeRuns() -> [String] {
            statements.flatMap { statement in
                let count = sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_RUN, 1)
                return Array(repeating: Self.sql(statement), count: Int(count))
            }
        }
    }

    @Test("every one finds its rows through an index: none looks at a whole table")
    func plans() async throws {
        let opened = try Opened(CommunicationFixture())
        #expect(opened.statements.count > 50)
        for statement in opened.statements {
            let scans = try opened.plan(of: statement).filter { $0.hasPrefix("SCAN") && $0 != "SCAN CONSTANT ROW" }
            #expect(scans.isEmpty, "\(Opened.sql(statement))")
        }
    }

    @Test("a send to a chat that the server may read runs five, one more for each durable consumer")
    func hotPath() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2, 3])
        let opened = try Opened(fixture)
        for consumers in [[], ["index", "push"]] {
            // Of a node of its own: within one millisecond two generators of one node make the same ids.
            let node = 100 + UInt64(consumers.count)
            let writer = EntryWriter(
                identifiers: SnowflakeGenerator(node: node, above: 0, clock: .system), clock: .system,
                durableConsumers: consumers)
            let transaction = CommandTransaction(
                tables: opened.tables, writer: writer, rules: LogRules(limits: Limits()))
            // The first one looks up where the store's numbers stand.
            try send(1 + 10 * UInt64(consumers.count), to: chat, transaction)
            _ = opened.takeRuns()
            try send(2 + 10 * UInt64(consumers.count), to: chat, transaction)
            let runs = opened.takeRuns()
            #expect(runs.count == 5 + consumers.count)
            func count(_ beginning: String) -> Int { runs.count { $0.hasPrefix(beginning) } }
            #expect(count("SELECT * FROM log") == 1)
            #expect(count("SELECT * FROM chats_of_members") == 1)
            #expect(count("UPDATE chats") == 1)
            #expect(count("INSERT INTO entries") == 1)
            #expect(count("UPDATE members") == 1)
            #expect(count("INSERT INTO outbox") == consumers.count)
        }
    }

    private func send(_ number: UInt64, to chat: Chat, _ transaction: CommandTransaction) throws {
        let command = LogCommand(
            chatID: ChatID(chat.id), author: CommunicationFixture.caller(1),
            action: .send(content: Content(text: "text"), replyToSeq: nil, fileIDs: []),
            clientID: ClientID(high: 1, low: number), bodyHash: [1])
        guard case .appended = try transaction.append(command) else {
            Issue.record("nothing was sent")
            return
        }
    }

    @Test("the content is stored without its keys, which stand behind it")
    func keys() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.direct(1, 2)
        let content = try await fixture.sealed("text", key: "key", for: chat, by: 1)
        _ = try await fixture.send(content, to: chat, by: 1, clientID: 1)
        let opened = try Opened(fixture)
        let stored = try opened.connection.prepare("SELECT content, keys FROM entries WHERE seq = 2")
            .first({ _ in }, read: { ($0.bytes(0), $0.bytes(1)) })
        let (first, second) = try #require(stored)
        var withoutKeys = content
        withoutKeys.keys = []
        #expect(try Content(protobuf: first) == withoutKeys)
        #expect(try Content(protobuf: first + second) == content)
    }
}
