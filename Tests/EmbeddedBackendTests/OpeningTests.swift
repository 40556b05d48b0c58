import Basics
import Observability
import SQLiteDriver
import TestSupport
import Testing

@testable import EmbeddedBackend

@Suite("Opening the data directory")
struct OpeningTests {
    private func open(_ directory: TemporaryDirectory) throws -> EmbeddedBackend {
        try EmbeddedBackend(
            directory: directory.path, limits: Limits(), metrics: MetricRegistry(), logger: Logger(minimum: .error))
    }

    private func connection(_ directory: TemporaryDirectory) throws -> SQLiteConnection {
        try SQLiteConnection(
            path: "\(directory.path)/communication.db", role: .writer, settings: SQLiteSettings())
    }

    @Test("an empty directory gets the newest schema; opening it again changes nothing")
    func migration() async throws {
        let directory = try TemporaryDirectory()
        func schema() throws -> [String] {
            let connection = try connection(directory)
            let version = try connection.prepare("PRAGMA user_version").first({ _ in }, read: { $0.string(0) })
            let objects = try connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
                .all({ _ in }, read: { "\($0.string(0)) \($0.string(1)) \($0.string(2))" })
            return [version ?? ""] + objects
        }
        let first = try open(directory)
        #expect(await first.isReady())
        first.close()
        let before = try schema()
        #expect(before.first == "\(CommunicationSchema.migrations.count)")
        #expect(before.contains { $0.hasPrefix("table entries ") })
        let second = try open(directory)
        #expect(await second.isReady())
        second.close()
        #expect(try schema() == before)
    }

    @Test("files of a newer version are refused, in words for the operator, and left as they are")
    func newer() throws {
        let directory = try TemporaryDirectory()
        try open(directory).close()
        try connection(directory).execute("PRAGMA user_version = 9999; PRAGMA wal_checkpoint(TRUNCATE)")
        let error = #expect(throws: EmbeddedBackend.OpenError.self) { try open(directory) }
        #expect(error?.message.contains("start a newer version") == true)
        let version = try connection(directory).prepare("PRAGMA user_version").first({ _ in }, read: { $0.int64(0) })
        #expect(version == 9999)
    }

    @Test("after a busy life the file is sound")
    func integrity() async throws {
        let fixture = try CommunicationFixture(durableConsumers: ["index"])
        let chat = try await fixture.group([1, 2, 3])
        for number in 1...50 as ClosedRange<UInt64> {
            let sent = try await fixture.send("\(number)", to: chat, by: 1 + number % 3, clientID: number)
            if number % 3 == 0 { try await fixture.delete(sent, by: 1) }
        }
        fixture.backend.close()
        let connection = try connection(fixture.directory)
        let found = try connection.prepare("PRAGMA integrity_check").all({ _ in }, read: { $0.string(0) })
        #expect(found == ["ok"])
        #expect(try connection.prepare("PRAGMA foreign_key_check").all({ _ in }, read: { $0.string(0) }).isEmpty)
    }
}
