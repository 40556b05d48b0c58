import Basics
import WireProtocol

/// Chats and messages over HTTP.
extension TestPerson {
    static func newClientID() -> String {
        ClientID(high: .random(in: .min ... .max), low: .random(in: .min ... .max)).text
    }

    /// A chat of which this person is the owner; a group that the server may read unless said otherwise.
    func newChat(
        with others: [TestPerson], type: ChatType = .group, encryption: ChatEncryption = .server
    ) async throws -> Chat {
        let request = CreateChatRequest(
            type: type, memberIDs: others.map(\.id), encryption: encryption, clientID: Self.newClientID())
        let answer: CreateChatResponse = try await call("POST", "/v1/chats", request)
        return answer.chat ?? Chat()
    }

    func chat(_ id: UInt64) async throws -> Chat {
        let answer: ChatResponse = try await call("GET", "/v1/chats/\(id)")
        return answer.chat ?? Chat()
    }

    func add(_ person: TestPerson, to chat: UInt64) async throws {
        let _: ChatResponse = try await call(
            "POST", "/v1/chats/\(chat)/members", AddMembersRequest(userIDs: [person.id]))
    }

    /// With oneself: to leave.
    func remove(_ person: TestPerson, from chat: UInt64) async throws {
        let _: ChatResponse = try await call("DELETE", "/v1/chats/\(chat)/members/\(person.id)")
    }

    func rename(_ chat: UInt64, to name: String) async throws {
        let _: ChatResponse = try await call("PATCH", "/v1/chats/\(chat)", UpdateChatRequest(name: name))
    }

    /// Sends over HTTP, as somebody without a socket: the sender's own sockets hear of it as all others do.
    @discardableResult
    func say(_ text: String, in chat: UInt64) async throws -> Entry {
        try await post(SendMessageRequest(chatID: chat, clientID: Self.newClientID(), content: Content(text: text)))
    }

    @discardableResult
    func post(_ message: SendMessageRequest) async throws -> Entry {
        let answer: EntryResponse = try await call("POST", "/v1/messages", message)
        return answer.entry ?? Entry()
    }

    /// The whole log of a chat as this person may see it.
    func history(of chat: UInt64) async throws -> [Entry] {
        var entries: [Entry] = []
        while true {
            let page: GetMessagesResponse = try await call(
                "GET", "/v1/chats/\(chat)/messages?limit=200&after=\(entries.last?.seq ?? 0)")
            entries += page.entries
            if page.entries.isEmpty || page.entries.last?.seq == page.lastSeq { return entries }
        }
    }
}
