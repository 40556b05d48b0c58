import Basics
import Communication
import Contracts
import EmbeddedBackend
import Identity
import Observability
import Synchronization
import TestSupport
import Testing
import WireProtocol

@Suite("What Identity writes down for Communication")
struct IdentityNewsTests {
    /// A data directory that is opened again and again, with or without somebody who reads the news.
    private struct Stage {
        let directory = try? TemporaryDirectory()

        func open() throws -> EmbeddedBackend {
            try EmbeddedBackend(
                directory: #require(directory).path, limits: Limits(), metrics: MetricRegistry(),
                logger: Logger(minimum: .error))
        }
    }

    private let stage = Stage()

    private static func register(_ name: String, in backend: EmbeddedBackend) async throws -> Caller {
        let account = NewAccount(
            email: "\(name)@example.org", username: name, displayName: name,
            password: StoredPassword(hash: "none", derivation: nil))
        let session = NewSession(
            deviceID: nil, deviceName: name, platform: "test", refreshTokenHash: Array(name.utf8),
            startsAt: 0, expiresAt: .max)
        guard case .created(_, let caller) = try await backend.identity.accounts.create(account, session: session)
        else { throw StoreError(.failed) }
        return caller
    }

    private static func identityKey(_ number: UInt8) -> IdentityKey {
        IdentityKey(bytes: [UInt8](repeating: number, count: 32), createdAt: 1)
    }

    private static func deviceKeys(_ caller: Caller) -> DeviceKeys {
        DeviceKeys(
            deviceID: caller.deviceID.rawValue, encryptionKey: [1], signingKey: [2],
            certificate: Array("\(caller.deviceID.rawValue)".utf8))
    }

    private static func publish(_ caller: Caller, in backend: EmbeddedBackend) async throws {
        let keys = backend.identity.keys
        let identityKey = try await keys.putIdentityKey(identityKey(1), of: caller.userID)
        let outcome = try await keys.putDeviceKeys(
            deviceKeys(caller), of: caller, certifiedBy: identityKey.bytes, devicesMax: 32)
        #expect(outcome == .stored)
    }

    private static func changes(_ backend: EmbeddedBackend) async throws -> [DeviceChanged] {
        try await backend.communication.news.oldest(limit: 100).compactMap { fact in
            if case .deviceChanged(let change) = fact.event.body { change } else { nil }
        }
    }

    @Test("each change of a device's keys is one fact with a higher version, in the order of the changes")
    func facts() async throws {
        let backend = try stage.open()
        defer { backend.close() }
        let ada = try await Self.register("ada", in: backend)
        try await Self.publish(ada, in: backend)
        // The same again is no change.
        try await Self.publish(ada, in: backend)
        let reset = try await backend.identity.keys.resetIdentityKey(Self.identityKey(2), by: ada)
        guard case .done(Self.identityKey(2)) = reset else {
            Issue.record("\(reset)")
            return
        }
        _ = try await backend.identity.keys.resetIdentityKey(Self.identityKey(2), by: ada)
        let outcome = try await backend.identity.keys.putDeviceKeys(
            Self.deviceKeys(ada), of: ada, certifiedBy: Self.identityKey(2).bytes, devicesMax: 32)
        #expect(outcome == .stored)
        #expect(try await backend.identity.devices.remove(ada.deviceID, of: ada.userID, now: 2) != nil)
        #expect(try await backend.identity.devices.remove(ada.deviceID, of: ada.userID, now: 3) == nil)
        let changes = try await Self.changes(backend)
        #expect(changes.map(\.version) == [1, 2, 3, 4])
        #expect(changes.map(\.isActive) == [true, false, true, false])
        #expect(changes.allSatisfy { $0.userID == ada.userID.rawValue && $0.deviceID == ada.deviceID.rawValue })
        #expect(changes[0].certificate == Self.deviceKeys(ada).certificate)
        #expect(changes[1].encryptionKey == [] && changes[1].certificate == [])
    }

    @Test("a removed device without keys is no news")
    func nothingToTell() async throws {
        let backend = try stage.open()
        defer { backend.close() }
        let ada = try await Self.register("ada", in: backend)
        #expect(try await backend.identity.devices.remove(ada.deviceID, of: ada.userID, now: 2) != nil)
        #expect(try await Self.changes(backend) == [])
    }

    @Test("a fact goes once it is done, and no other one with it")
    func done() async throws {
        let backend = try stage.open()
        defer { backend.close() }
        for name in ["ada", "bob", "cy"] {
            try await Self.publish(try await Self.register(name, in: backend), in: backend)
        }
        let news = backend.communication.news
        let facts = try await news.oldest(limit: 2)
        #expect(facts.count == 2)
        try await news.done([facts[1]])
        let rest = try await news.oldest(limit: 100)
        #expect(rest.count == 2)
        #expect(rest.first == facts[0])
        try await news.done(facts)
        #expect(try await news.oldest(limit: 100) == [rest[1]])
    }

    @Test("whoever writes a fact down hints at it, once it is durable; other commits do not", .timeLimit(.minutes(1)))
    func hint() async throws {
        let backend = try stage.open()
        defer { backend.close() }
        let (hints, hint) = AsyncStream<Int>.makeStream()
        let count = Atomic(0)
        backend.bus.subscribe { event in
            if case .newsAdded? = event.body { hint.yield(count.add(1, ordering: .relaxed).newValue) }
        }
        let ada = try await Self.register("ada", in: backend)
        #expect(count.load(ordering: .relaxed) == 0)
        try await Self.publish(ada, in: backend)
        for await number in hints.prefix(1) { #expect(number == 1) }
        #expect(try await Self.changes(backend).count == 1)
    }

    @Test("a fact that nobody took note of before the process ended is taken note of by the next one")
    func restart() async throws {
        var backend = try stage.open()
        let (ada, bob) = (try await Self.register("ada", in: backend), try await Self.register("bob", in: backend))
        try await Self.publish(ada, in: backend)
        try await Self.publish(bob, in: backend)
        backend.close()

        backend = try stage.open()
        defer { backend.close() }
        let service = CommunicationService(ports: backend.communication, bus: backend.bus, limits: Limits())
        let context = CallContext(caller: ada, requestID: "test")
        let request = CreateChatRequest(type: .direct, memberIDs: [bob.userID.rawValue])
        let chat = try #require(try await service.createChat(request, context: context).chat)
        func roster() async throws -> Set<UInt64> {
            let keys = try await service.getChatKeys(GetChatKeysRequest(id: chat.id), context: context)
            return Set(keys.devices.map(\.deviceID))
        }
        #expect(try await roster() == [], "nobody has looked yet")
        service.lookForNews()
        let deadline = ContinuousClock.now + .seconds(30)
        while try await roster() != [ada.deviceID.rawValue, bob.deviceID.rawValue] {
            try #require(ContinuousClock.now < deadline)
            await Task.yield()
        }
        while try await !backend.communication.news.oldest(limit: 1).isEmpty {
            try #require(ContinuousClock.now < deadline)
            await Task.yield()
        }
    }
}
