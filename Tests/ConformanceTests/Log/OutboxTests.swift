import Basics
import Communication
import SimulatedBackend
import Testing
import WireProtocol

@Suite("Outbox: durable consumers miss nothing")
struct OutboxTests {
    private func scene(_ backend: BackendUnderTest, consumers: [String] = ["index"]) throws -> Scene {
        var limits = Limits()
        limits.outboxLeaseMilliseconds = 30_000
        return try Scene(backend, limits: limits, durableConsumers: consumers)
    }

    /// A chat with so many entries, whose outbox is still full.
    private func room(_ scene: Scene, entryCount: Int) async throws -> Room {
        let room = try await scene.group([.ada, .ben])
        for number in 1..<entryCount { try await scene.send("\(number)", by: .ada, in: room) }
        return room
    }

    @Test("every entry is given to every consumer once it is done", arguments: BackendUnderTest.allCases)
    func everything(backend: BackendUnderTest) async throws {
        let scene = try scene(backend, consumers: ["index", "push"])
        let room = try await room(scene, entryCount: 3)
        try await scene.add([.cem, .dua], by: .ada, to: room)
        try await scene.edit(2, to: "x", by: .ada, in: room)
        for consumer in ["index", "push"] {
            let claim = try #require(try await scene.claim(for: consumer))
            #expect(claim.consumer == consumer)
            #expect(claim.items.map(\.seq) == [1, 2, 3, 4, 5, 6])
            #expect(claim.items.map(\.kind) == [.chat, .message, .message, .member, .member, .edit])
            #expect(claim.items.allSatisfy { $0.chatID == room.id })
            #expect(try await scene.claim(for: consumer) == nil)
            try await scene.ports.outbox.done(claim)
            #expect(try await scene.claim(for: consumer) == nil)
        }
        #expect(try await scene.claim(for: "unknown") == nil)
    }

    @Test("what repeats or is refused is no news", arguments: BackendUnderTest.allCases)
    func onlyEntries(backend: BackendUnderTest) async throws {
        let scene = try scene(backend)
        let room = try await scene.group([.ada, .ben])
        try await scene.send("x", by: .ada, in: room, id: 1)
        _ = try await scene.attemptToSend("x", by: .ada, in: room, id: 1)
        _ = try await scene.attemptToSend("x", by: .eli, in: room)
        try await scene.move(.ben, in: room, read: 2)
        #expect(try await scene.claim()?.items.map(\.seq) == [1, 2])
    }

    @Test("a claim takes the oldest, at most the limit, of each chat in order", arguments: BackendUnderTest.allCases)
    func limit(backend: BackendUnderTest) async throws {
        let scene = try scene(backend)
        let rooms = [try await scene.group([.ada, .ben]), try await scene.group([.ada, .ben])]
        for number in 0..<10 { try await scene.send("\(number)", by: .ada, in: rooms[number % 2]) }
        let claims = try await scene.drainOutbox(claiming: 5)
        #expect(claims.map(\.count) == [5, 5, 2])
        for room in rooms { #expect(claims.flatMap { $0 }.filter { $0.chatID == room.id }.map(\.seq) == Array(1...6)) }
    }

    @Test("two who claim get different items", arguments: BackendUnderTest.allCases)
    func disjoint(backend: BackendUnderTest) async throws {
        let scene = try scene(backend)
        _ = try await room(scene, entryCount: 10)
        let first = try #require(try await scene.claim(limit: 6))
        let second = try #require(try await scene.claim(limit: 6))
        #expect(first.items.map(\.seq) == [1, 2, 3, 4, 5, 6])
        #expect(second.items.map(\.seq) == [7, 8, 9, 10])
        #expect(first.id != second.id)
        try await scene.ports.outbox.done(second)
        try await scene.ports.outbox.done(first)
        #expect(try await scene.claim(limit: 6) == nil)
    }

    @Test("many who claim at once share everything, each item once", arguments: BackendUnderTest.allCases)
    func concurrent(backend: BackendUnderTest) async throws {
        let scene = try scene(backend)
        _ = try await room(scene, entryCount: 60)
        let taken = try await withThrowingTaskGroup(of: [UInt64].self) { group in
            for _ in 0..<4 {
                group.addTask { try await scene.drainOutbox(claiming: 3).flatMap { $0 }.map(\.seq) }
            }
            return try await group.reduce(into: [UInt64]()) { $0 += $1 }
        }
        #expect(taken.sorted() == Array(1...60))
    }

    @Test(
        "once its time is over somebody else gets a claim, and the late one changes nothing",
        arguments: BackendUnderTest.allCases)
    func lease(backend: BackendUnderTest) async throws {
        let scene = try scene(backend)
        _ = try await room(scene, entryCount: 3)
        let late = try #require(try await scene.claim(limit: 10))
        scene.clock.advance(by: scene.limits.outboxLeaseMilliseconds - 1)
        #expect(try await scene.claim(limit: 10) == nil)
        scene.clock.advance(by: 1)
        let second = try #require(try await scene.claim(limit: 10))
        #expect(second.items == late.items)
        try await scene.ports.outbox.done(late)
        scene.clock.advance(by: scene.limits.outboxLeaseMilliseconds)
        let third = try #require(try await scene.claim(limit: 10))
        #expect(third.items == second.items)
        try await scene.ports.outbox.done(third)
        scene.clock.advance(by: scene.limits.outboxLeaseMilliseconds)
        #expect(try await scene.claim(limit: 10) == nil)
    }

    @Test("what was not done survives a restart, held or not", arguments: BackendUnderTest.allCases)
    func restart(backend: BackendUnderTest) async throws {
        let scene = try scene(backend)
        let room = try await room(scene, entryCount: 5)
        let done = try #require(try await scene.claim(limit: 2))
        try await scene.ports.outbox.done(done)
        // Its holder will not come back.
        #expect(try await scene.claim(limit: 2)?.items.map(\.seq) == [3, 4])
        try scene.restart()
        #expect(try await scene.claim(limit: 10)?.items.map(\.seq) == [3, 4, 5])
        try await scene.send("more", by: .ada, in: room)
        #expect(try await scene.claim(limit: 10)?.items.map(\.seq) == [6])
    }

    @Test(
        "of two open transactions the one with the lower numbers commits last: nothing is skipped",
        arguments: BackendUnderTest.allCases)
    func overlap(backend: BackendUnderTest) async throws {
        let scene = try scene(backend)
        let rooms = [try await scene.group([.ada, .ben]), try await scene.group([.ada, .ben])]
        _ = try await scene.drainOutbox()
        let send = LogAction.send(content: Content(text: "x"), replyToSeq: nil, fileIDs: [])
        var items: [OutboxItem] = []
        if backend.hasSingleWriter {
            // The second waits until the first has committed, so a consumer in between sees both or the first.
            async let low = scene.attempt(send, by: .ada, in: rooms[0])
            async let high = scene.attempt(send, by: .ada, in: rooms[1])
            items += try await scene.drainOutbox().flatMap { $0 }
            _ = try await (low, high)
        } else {
            let low = try scene.simulated.begin(scene.command(send, by: .ada, in: rooms[0]))
            let high = try scene.simulated.begin(scene.command(send, by: .ada, in: rooms[1]))
            _ = try await high.commit()
            items += try await scene.drainOutbox().flatMap { $0 }
            #expect(items.map(\.chatID) == [rooms[1].id])
            _ = try await low.commit()
        }
        items += try await scene.drainOutbox().flatMap { $0 }
        #expect(Set(items.map(\.chatID)) == Set(rooms.map(\.id)))
        #expect(items.map(\.seq) == [2, 2])
    }
}
