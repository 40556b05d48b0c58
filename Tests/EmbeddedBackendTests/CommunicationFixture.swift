import Basics
import Communication
import Contracts
import EmbeddedBackend
import Observability
import TestSupport
import WireProtocol

/// A communication service on a real SQLite file in a directory of its own.
final class CommunicationFixture {
    let directory: TemporaryDirectory
    private(set) var backend: EmbeddedBackend
    private(set) var service: CommunicationService
    private let clock: WallClock
    private let durableConsumers: [String]

    init(clock: WallClock = .system, durableConsumers: [String] = []) throws {
        self.clock = clock
        self.durableConsumers = durableConsumers
        directory = try TemporaryDirectory()
        (backend, service) = try Self.open(directory.path, clock: clock, durableConsumers: durableConsumers)
    }

    deinit {
        backend.close()
    }

    var database: String { "\(directory.path)/communication.db" }

    /// Closes the files and opens them again, as a restart does.
    func restart() throws {
        backend.close()
        (backend, service) = try Self.open(directory.path, clock: clock, durableConsumers: durableConsumers)
    }

    // MARK: Words of the tests

    static func caller(_ user: UInt64) -> Caller {
        Caller(userID: UserID(user), deviceID: DeviceID(user * 10), sessionID: SessionID(user * 100))
    }

    static func context(_ user: UInt64) -> CallContext {
        CallContext(caller: caller(user), requestID: "test")
    }

    static func clientID(_ number: UInt64) -> String { ClientID(high: 7, low: number).text }

    /// A group that the server may read, made by the first of the users.
    func group(_ users: [UInt64]) async throws(APIError) -> Chat {
        let request = CreateChatRequest(type: .group, memberIDs: Array(users.dropFirst()), encryption: .server)
        return try await service.createChat(request, context: Self.context(users[0])).chat ?? Chat()
    }

    func send(
        _ text: String, to chat: Chat, by user: UInt64, clientID number: UInt64
    ) async throws(APIError) -> EntryResponse {
        try await send(Content(text: text), to: chat, by: user, clientID: number)
    }

    func send(
        _ content: Content, to chat: Chat, by user: UInt64, clientID number: UInt64
    ) async throws(APIError) -> EntryResponse {
        let request = SendMessageRequest(chatID: chat.id, clientID: Self.clientID(number), content: content)
        return try await service.sendMessage(request, context: Self.context(user))
    }

    func edit(
        _ entry: EntryResponse, to text: String, by user: UInt64, clientID number: UInt64
    ) async throws(APIError) -> EntryResponse {
        let request = EditMessageRequest(
            id: entry.entry?.id ?? "", clientID: Self.clientID(number), content: Content(text: text))
        return try await service.editMessage(request, context: Self.context(user))
    }

    func delete(_ entry: EntryResponse, by user: UInt64) async throws(APIError) {
        _ = try await service.deleteMessage(
            DeleteMessageRequest(id: entry.entry?.id ?? ""), context: Self.context(user))
    }

    /// A direct chat of two people with one device each, whose keys are their numbers.
    func direct(_ one: UInt64, _ other: UInt64) async throws -> Chat {
        for user in [one, other] {
            try await backend.communication.devices.apply(
                DeviceChanged(userID: user, deviceID: user * 10, version: 1, isActive: true))
        }
        let request = CreateChatRequest(type: .direct, memberIDs: [other])
        return try await service.createChat(request, context: Self.context(one)).chat ?? Chat()
    }

    /// Sealed for every device of the chat, which all get the same key.
    func sealed(_ words: String, key: String, for chat: Chat, by user: UInt64) async throws -> Content {
        let roster = try await service.getChatKeys(GetChatKeysRequest(id: chat.id), context: Self.context(user))
        return Content(
            scheme: "martlet.envelope.v1", ciphertext: Array(words.utf8), rosterVersion: roster.rosterVersion,
            keys: roster.devices.map { WrappedKey(deviceID: $0.deviceID, key: Array(key.utf8)) })
    }

    func entries(of chat: Chat, for user: UInt64) async throws(APIError) -> [Entry] {
        try await service.getMessages(
            GetMessagesRequest(chatID: chat.id, after: 0, limit: 200), context: Self.context(user)
        ).entries
    }

    private static func open(
        _ directory: String, clock: WallClock, durableConsumers: [String]
    ) throws -> (EmbeddedBackend, CommunicationService) {
        let backend = try EmbeddedBackend(
            directory: directory, limits: Limits(), metrics: MetricRegistry(), logger: Logger(minimum: .error),
            clock: clock, durableConsumers: durableConsumers)
        let service = CommunicationService(
            ports: backend.communication, bus: backend.bus, limits: Limits(), clock: .system)
        return (backend, service)
    }
}
