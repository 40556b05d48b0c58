import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("Reading from a store")
struct ReadTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test("a read sees everything that was committed before it")
    func readYourWrites() async throws {
        let store = try NumberStore.open(directory.database)
        defer { store.close() }
        for number: Int64 in 1...30 {
            let position = try await store.startWriting(number).value
            let seen = try await store.read { (numbers) throws(SQLiteError) in try numbers.position(of: number) }
            #expect(seen == position)
        }
    }

    @Test("a read sees one state, whatever is committed meanwhile")
    func oneState() async throws {
        let store = try NumberStore.open(directory.database)
        defer { store.close() }
        _ = try await store.startWriting(1).value
        let (started, gate) = (Gate(), Gate())
        let reading = Task.immediate {
            try await store.read { (numbers) throws(SQLiteError) in
                let before = try numbers.all()
                started.open()
                gate.wait()
                return [before, try numbers.all()]
            }
        }
        started.wait()
        _ = try await store.startWriting(2).value
        gate.open()
        #expect(try await reading.value == [[1], [1]])
        #expect(try await store.all() == [1, 2])
    }

    @Test("a reader cannot write, and reads on")
    func readerCannotWrite() async throws {
        let store = try NumberStore.open(directory.database)
        defer { store.close() }
        for _ in 0..<4 {
            let error = await #expect(throws: SQLiteError.self) {
                try await store.read { (numbers) throws(SQLiteError) in try numbers.insert(1) }
            }
            #expect(error?.code == .readOnly)
        }
        #expect(try await store.all() == [])
    }

    @Test("as many reads as the queue holds may wait; one more is refused")
    func fullQueue() async throws {
        var settings = SQLiteSettings()
        settings.readerCount = 1
        settings.readQueueMax = 2
        let store = try NumberStore.open(directory.database, settings: settings)
        defer { store.close() }
        let (started, gate) = (Gate(), Gate())
        let reading = Task.immediate {
            try await store.read { _ in
                started.open()
                gate.wait()
            }
        }
        started.wait()
        let waiting = (0..<2).map { _ in Task.immediate { try await store.all() } }
        let oneTooMany = Task.immediate { try await store.all() }
        gate.open()
        try await reading.value
        let error = await #expect(throws: SQLiteError.self) { try await oneTooMany.value }
        #expect(error?.code == .overloaded)
        for task in waiting { #expect(try await task.value == []) }
    }
}
