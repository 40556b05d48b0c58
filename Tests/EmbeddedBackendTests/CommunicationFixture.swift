import Basics
import Communication
import Contracts
import EmbeddedBackend
import Observability
import TestSupport
import WireProtocol

/// A communication service on a real SQLite file in a directory of its own.
final class CommunicationFixture {
    private let directory: TemporaryDirectory
    private(set) var backend: EmbeddedBackend
    private(set) var service: CommunicationService
    private let clock: WallClock

    init(clock: WallClock = .system) throws {
        self.clock = clock
        directory = try TemporaryDirectory()
        (backend, service) = try Self.open(directory.path, clock: clock)
    }

    deinit {
        backend.close()
    }

    /// Closes the files and opens them again, as a restart does.
    func restart() throws {
        backend.close()
        (backend, service) = try Self.open(directory.path, clock: clock)
    }

    // MARK: Words of the tests

    static func context(_ user: UInt64, origin: UInt64? = nil) -> CallContext {
        CallContext(
            caller: Caller(userID: UserID(user), deviceID: DeviceID(user * 10), sessionID: SessionID(user * 100)),
            requestID: "test", originSocket: origin.map { SocketID($0) })
    }

    static func clientID(_ number: UInt64) -> String { ClientID(high: 7, low: number).text }

    /// A group that the server may read, made by the first of the users.
    func group(_ users: [UInt64]) async throws(APIError) -> Chat {
        let request = CreateChatRequest(type: .group, memberIDs: Array(users.dropFirst()), encryption: .server)
        return try await service.createChat(request, context: Self.context(users[0])).chat ?? Chat()
    }

    func send(
        _ text: String, to chat: Chat, by user: UInt64, clientID number: UInt64
    ) async throws(APIError) -> SendMessageResponse {
        let request = SendMessageRequest(
            chatID: chat.id, clientID: Self.clientID(number), content: Content(text: text))
        return try await service.sendMessage(request, context: Self.context(user))
    }

    func entries(of chat: Chat, for user: UInt64) async throws(APIError) -> [Entry] {
        try await service.getMessages(
            GetMessagesRequest(chatID: chat.id, after: 0, limit: 200), context: Self.context(user)
        ).entries
    }

    private static func open(
        _ directory: String, clock: WallClock
    ) throws -> (EmbeddedBackend, CommunicationService) {
        let backend = try EmbeddedBackend(
            directory: directory, limits: Limits(), metrics: MetricRegistry(), logger: Logger(minimum: .error),
            clock: clock)
        let service = CommunicationService(
            chats: backend.chats, log: backend.log, bus: backend.bus, limits: Limits())
        return (backend, service)
    }
}
