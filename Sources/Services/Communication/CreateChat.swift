internal import Basics
public import Contracts
public import WireProtocol

extension CommunicationService {
    /// Makes a direct or a group chat and announces it to its members.
    ///
    /// That the members exist has been checked by the Gateway, which alone may ask Identity.
    public func createChat(
        _ request: CreateChatRequest, context: CallContext
    ) async throws(APIError) -> CreateChatResponse {
        let chat = try newChat(request, creator: try context.authenticated())
        let bus = bus
        let creation: ChatCreation
        do throws(StoreError) {
            creation = try await chats.create(chat) { creation in
                guard case .created(let chat, let members, let first) = creation else { return }
                bus.publish(Event(body: .chatCreated(ChatCreated(chat: chat, members: members))))
                bus.publish(
                    Event(
                        body: .entryAppended(
                            EntryAppended(entry: first, memberVersion: chat.memberVersion, originSocket: 0))))
            }
        } catch {
            throw error.apiError
        }
        switch creation {
        case .created(let chat, _, _): return CreateChatResponse(chat: chat, replayed: false)
        case .existing(let chat): return CreateChatResponse(chat: chat, replayed: true)
        }
    }

    private func newChat(_ request: CreateChatRequest, creator: Caller) throws(APIError) -> NewChat {
        let others = try otherMembers(request, creator: creator)
        let encryption = try encryption(of: request)
        var clientID: ClientID?
        if let text = request.clientID {
            clientID = ClientID(text)
            guard clientID != nil else { throw .invalid(field: "clientId") }
        }
        let name = request.name ?? ""
        guard name.isEmpty || encryption == .server else { throw APIError(.chatNameMustBeEncrypted) }
        guard name.unicodeScalars.count <= limits.chatNameCharactersMax else {
            throw .invalid(field: "name", limit: UInt64(limits.chatNameCharactersMax))
        }
        return NewChat(
            type: request.type, encryption: encryption, name: name, creator: creator, others: others,
            clientID: clientID)
    }

    private func otherMembers(_ request: CreateChatRequest, creator: Caller) throws(APIError) -> [UserID] {
        var seen: Set<UInt64> = [creator.userID.rawValue]
        let others = request.memberIDs.filter { seen.insert($0).inserted }.map { UserID($0) }
        switch request.type {
        case .direct:
            guard others.count == 1 else { throw .invalid(field: "memberIds", limit: 1) }
        case .group:
            guard others.count < limits.groupMembersMax else {
                throw APIError(
                    .chatTooManyMembers,
                    details: ErrorDetails(field: "memberIds", limit: UInt64(limits.groupMembersMax)))
            }
        default: throw .invalid(field: "type")
        }
        return others
    }

    /// Direct chats are always end-to-end encrypted; groups unless their creator asks otherwise.
    private func encryption(of request: CreateChatRequest) throws(APIError) -> ChatEncryption {
        switch (request.type, request.encryption) {
        case (_, .unspecified), (_, .e2ee): return .e2ee
        case (.group, .server): return .server
        default: throw .invalid(field: "encryption")
        }
    }
}
