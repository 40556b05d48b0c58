import EventLoop
import HTTPCodec
import TestSupport
import Testing

@testable import HTTPTransport

struct ConnectionAttemptsTests {
    @Test func theFamiliesTakeTurns() {
        var attempts = ConnectionAttempts(["::1", "::2", "::3", "10.0.0.1", "10.0.0.2"])
        var order: [String] = []
        while let address = attempts.next() { order.append(address) }
        #expect(order == ["::1", "10.0.0.1", "::2", "10.0.0.2", "::3"])
        var other = ConnectionAttempts(["10.0.0.1", "::1"])
        expect(other.next(), "10.0.0.1")
        expect(other.next(), "::1")
    }

    @Test func itIsOverWhenAllHaveFailed() {
        var attempts = ConnectionAttempts(["10.0.0.1", "10.0.0.2"])
        #expect(attempts.hasMore && !attempts.isOver)
        _ = attempts.next()
        attempts.failed()
        #expect(attempts.hasMore && !attempts.isOver)
        _ = attempts.next()
        #expect(!attempts.hasMore && !attempts.isOver)
        attempts.failed()
        #expect(attempts.isOver)
    }

    @Test func triesOnlySoMany() {
        var attempts = ConnectionAttempts((0..<100).map { "10.0.0.\($0)" })
        var count = 0
        while attempts.next() != nil { count += 1 }
        #expect(count == ConnectionAttempts.addressesMax)
    }
}

@Suite(.timeLimit(.minutes(1)))
struct ConnectionRaceTests {
    /// What becomes of a race to a name that leads to `outcome`; the connection is closed again.
    private static func race(_ outcome: NameResolver.Outcome, port: UInt16) async throws -> HTTPClientError? {
        let handle = try EventLoop.start(name: "test-race") { _ in }
        defer { handle.post { $0.stop() } }
        let resolver = NameResolver { _ in outcome }
        return await withCheckedContinuation { done in
            handle.post { loop in
                ConnectionRace(
                    to: HTTPEndpoint(scheme: .http, host: "somewhere.example", port: port), on: loop,
                    limits: SendLimits(), security: nil, resolver: resolver
                ) { result in
                    switch result {
                    case .success(let stream):
                        stream.close()
                        done.resume(returning: nil)
                    case .failure(let error): done.resume(returning: error)
                    }
                }.start()
            }
        }
    }

    @Test func goesOnToAnAddressThatAnswers() async throws {
        let server = try TestServer.plain()
        defer { server.stop() }
        // The server listens on one of these only.
        let addresses = ["127.0.0.2", "::1", "127.0.0.3", "127.0.0.1"]
        #expect(try await Self.race(.success(addresses), port: server.port) == nil)
    }

    @Test func doesNotWaitForAnAddressThatIsSilent() async throws {
        let server = try TestServer.plain()
        defer { server.stop() }
        // Reserved for documentation: either there is no way to it at all, or nobody answers.
        #expect(try await Self.race(.success(["192.0.2.1", "127.0.0.1"]), port: server.port) == nil)
    }

    @Test func tellsWhyTheLastOneFailed() async throws {
        let socket = try Listener.open(address: "127.0.0.1", port: 0)
        let listener = Listener(socket: socket) { _, accepted in accepted.close() }
        listener.stop()
        let error = try await Self.race(.success(["127.0.0.2", "127.0.0.1"]), port: socket.port)
        guard case .cannotConnect(let why) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(why.message.contains("nobody listens there"))
    }

    @Test func tellsThatThereIsNoSuchName() async throws {
        let error = NameResolutionError.unknownName("somewhere.example")
        #expect(try await Self.race(.failure(error), port: 1) == .cannotResolve(error))
    }

    @Test func namesThatWaitAreBounded() async throws {
        let gate = Gate()
        let resolver = NameResolver { _ in
            gate.wait()
            return .success(["127.0.0.1"])
        }
        let (outcomes, report) = AsyncStream<NameResolver.Outcome>.makeStream()
        // More than all threads and places.
        let count = NameResolver.waitingMax + 10
        for _ in 0..<count { resolver.resolve("somewhere.example") { report.yield($0) } }
        var iterator = outcomes.makeAsyncIterator()
        #expect(await iterator.next() == .failure(.overloaded))
        for _ in 0..<count { gate.open() }
        var answered = 1
        while answered < count, await iterator.next() != nil { answered += 1 }
        #expect(answered == count)
    }

    @Test func theSystemKnowsThisMachine() async throws {
        let outcome = await withCheckedContinuation { done in
            NameResolver.system.resolve("localhost") { done.resume(returning: $0) }
        }
        #expect(try outcome.get().contains { $0 == "127.0.0.1" || $0 == "::1" })
    }
}
