import Basics
import Communication
import Contracts
import SimulatedBackend
import Testing
import WireProtocol

@Suite("The form of calls")
struct CallFormTests {
    private final class SilentBus: EventBus {
        func publish(_ event: Event) {}
        func subscribe(_ listener: @escaping @Sendable (Event) -> Void) {}
    }

    private let service: CommunicationService

    init() {
        let backend = SimulatedBackend(clock: .system)
        service = CommunicationService(ports: backend.communication, bus: SilentBus(), limits: Limits())
    }

    private static let context = CallContext(
        caller: Caller(userID: UserID(1), deviceID: DeviceID(10), sessionID: SessionID(100)), requestID: "test")
    private static let clientID = ClientID(high: 1, low: 1).text

    private func error<Answer>(_ call: () async throws(APIError) -> Answer) async -> APIError? {
        do throws(APIError) {
            _ = try await call()
            return nil
        } catch {
            return error
        }
    }

    private func group() async throws(APIError) -> Chat {
        let request = CreateChatRequest(type: .group, memberIDs: [2], encryption: .server)
        return try await service.createChat(request, context: Self.context).chat ?? Chat()
    }

    private func errorSending(_ content: Content?, fileIDs: [UInt64] = []) async throws -> APIError? {
        let chat = try await group()
        let request = SendMessageRequest(
            chatID: chat.id, clientID: Self.clientID, content: content, fileIDs: fileIDs)
        return await error { () throws(APIError) in try await service.sendMessage(request, context: Self.context) }
    }

    private static let seal = Content(
        scheme: "martlet.envelope.v1", ciphertext: [1], rosterVersion: 1, keys: [WrappedKey(deviceID: 10, key: [1])])

    private static func seal(_ change: (inout Content) -> Void) -> Content {
        var seal = seal
        change(&seal)
        return seal
    }

    static let malformed: [(content: Content?, field: String, limit: UInt64?)] = [
        (nil, "content", nil),
        (Content(), "content", nil),
        (Content(text: "x", scheme: "martlet.envelope.v1"), "content", nil),
        (Content(text: "x", keys: [WrappedKey(deviceID: 1, key: [1])]), "content", nil),
        (seal { $0.text = "x" }, "content", nil),
        (seal { $0.ciphertext = [] }, "content", nil),
        (seal { $0.scheme = nil }, "content.scheme", nil),
        (seal { $0.scheme = "rot13" }, "content.scheme", nil),
        (seal { $0.rosterVersion = nil }, "content.rosterVersion", nil),
        (seal { $0.keys += $0.keys }, "content.keys", nil),
        (seal { $0.keys[0].key = [] }, "content.keys.key", 512),
        (seal { $0.keys[0].key = [UInt8](repeating: 1, count: 513) }, "content.keys.key", 512),
        (seal { $0.keys = (1...65).map { WrappedKey(deviceID: $0, key: [1]) } }, "content.keys", 64),
    ]

    @Test("content that is none is refused with the field", arguments: malformed)
    func content(content: Content?, field: String, limit: UInt64?) async throws {
        #expect(try await errorSending(content) == .invalid(field: field, limit: limit))
    }

    @Test("a well formed seal reaches the rules of the chat, and the largest key and text pass")
    func wellFormed() async throws {
        var seal = Self.seal
        seal.keys[0].key = [UInt8](repeating: 1, count: 512)
        #expect(try await errorSending(seal)?.code == .messagePlaintextRequired)
        #expect(try await errorSending(Content(text: String(repeating: "x", count: 65_536))) == nil)
        #expect(try await errorSending(Content(text: String(repeating: "x", count: 65_537)))?.code == .messageTooLarge)
    }

    @Test("files have ids, each once, and no more than a message may have")
    func files() async throws {
        let text = Content(text: "x")
        #expect(try await errorSending(text, fileIDs: Array(1...32)) == nil)
        #expect(try await errorSending(text, fileIDs: Array(1...33)) == .invalid(field: "fileIds", limit: 32))
        #expect(try await errorSending(text, fileIDs: [7, 7]) == .invalid(field: "fileIds"))
        #expect(try await errorSending(text, fileIDs: [0]) == .invalid(field: "fileIds"))
    }

    @Test("an emoji is short and not empty, and a reaction has either it or a seal")
    func reactions() async throws {
        let chat = try await group()
        func errorReacting(_ emoji: String?, _ content: Content? = nil) async -> APIError? {
            let request = AddReactionRequest(
                id: "\(chat.id).1", clientID: Self.clientID, emoji: emoji, content: content)
            return await error { () throws(APIError) in try await service.addReaction(request, context: Self.context) }
        }
        #expect(await errorReacting("") == .invalid(field: "emoji", limit: 64))
        #expect(await errorReacting(String(repeating: "x", count: 65)) == .invalid(field: "emoji", limit: 64))
        #expect(await errorReacting(nil) == .invalid(field: "emoji"))
        #expect(await errorReacting("+", Self.seal) == .invalid(field: "emoji"))
        #expect(await errorReacting(nil, Content(text: "+")) == .invalid(field: "content"))
        #expect(await errorReacting(String(repeating: "x", count: 64))?.code == .messageNotFound, "it is no message")
    }

    @Test("ids that were never given out name nothing")
    func ids() async {
        for id in ["", "x", "1", "1.x", "0.1"] {
            let edit = EditMessageRequest(id: id, clientID: Self.clientID, content: Content(text: "x"))
            let errors = [
                await error { () throws(APIError) in try await service.editMessage(edit, context: Self.context) },
                await error { () throws(APIError) in
                    try await service.deleteMessage(DeleteMessageRequest(id: id), context: Self.context)
                },
                await error { () throws(APIError) in
                    try await service.getMessageStatus(GetMessageStatusRequest(id: id), context: Self.context)
                },
            ]
            #expect(errors.map { $0?.code } == [.messageNotFound, .messageNotFound, .messageNotFound])
        }
    }

    @Test("people are added by the call's bound, somebody at least")
    func members() async throws {
        let chat = try await group()
        func errorAdding(_ users: [UInt64]) async -> APIError? {
            let request = AddMembersRequest(chatID: chat.id, userIDs: users)
            return await error { () throws(APIError) in try await service.addMembers(request, context: Self.context) }
        }
        #expect(await errorAdding([]) == .invalid(field: "userIds", limit: 200))
        #expect(await errorAdding(Array(3...203)) == .invalid(field: "userIds", limit: 200))
        #expect(await errorAdding(Array(3...202)) == nil)
    }

    @Test("a chat's change is a name or a sealed profile")
    func changes() async throws {
        let chat = try await group()
        func errorUpdating(_ request: UpdateChatRequest) async -> APIError? {
            await error { () throws(APIError) in try await service.updateChat(request, context: Self.context) }
        }
        let id = chat.id
        #expect(await errorUpdating(UpdateChatRequest(id: id)) == .invalid(field: "name"))
        #expect(
            await errorUpdating(UpdateChatRequest(id: id, name: "x", content: Self.seal)) == .invalid(field: "name"))
        #expect(
            await errorUpdating(UpdateChatRequest(id: id, name: String(repeating: "x", count: 129)))
                == .invalid(field: "name", limit: 128))
        #expect(await errorUpdating(UpdateChatRequest(id: id, content: Self.seal)) == .invalid(field: "clientId"))
        #expect(await errorUpdating(UpdateChatRequest(id: id, name: "x")) == nil)
    }

    @Test("a position beyond the log is refused with the last that there is")
    func positions() async throws {
        let chat = try await group()
        func errorReading(_ seq: UInt64, chat: UInt64) async -> APIError? {
            let request = MarkAsReadRequest(chatID: chat, seq: seq)
            return await error { () throws(APIError) in try await service.markAsRead(request, context: Self.context) }
        }
        #expect(await errorReading(1, chat: chat.id) == nil)
        #expect(await errorReading(2, chat: chat.id) == .invalid(field: "seq", limit: 1))
        #expect(await errorReading(1, chat: 99)?.code == .chatNotFound)
    }

    @Test("to leave twice changes nothing")
    func leaving() async throws {
        let chat = try await group()
        let leave = RemoveMemberRequest(chatID: chat.id, userID: 1)
        for _ in 0..<2 {
            #expect(
                await error { () throws(APIError) in try await service.removeMember(leave, context: Self.context) }
                    == nil)
        }
        #expect(
            await error { () throws(APIError) in
                try await service.getChat(GetChatRequest(id: chat.id), context: Self.context)
            }?.code == .chatNotMember)
    }
}
