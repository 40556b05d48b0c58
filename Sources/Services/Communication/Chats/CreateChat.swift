internal import Basics
public import Contracts
public import WireProtocol

extension CommunicationService {
    /// Makes a direct chat, a group or a channel and announces it to its members.
    ///
    /// That the members exist has been checked by the Gateway, which alone may ask Identity.
    public func createChat(
        _ request: CreateChatRequest, context: CallContext
    ) async throws(APIError) -> CreateChatResponse {
        let chat = try newChat(request, creator: try context.authenticated())
        let announcer = announcer
        let creation: ChatCreation
        do throws(StoreError) {
            creation = try await ports.chats.create(chat) { announcer.announce($0) }
        } catch {
            throw error.apiError
        }
        switch creation {
        case .created(let chat, _, _): return CreateChatResponse(chat: chat, replayed: false)
        case .existing(let chat): return CreateChatResponse(chat: chat, replayed: true)
        case .left: throw APIError(.chatNotMember)
        case .refused(let refusal): throw refusal.apiError
        }
    }

    private func newChat(_ request: CreateChatRequest, creator: Caller) throws(APIError) -> NewChat {
        let others = try otherMembers(request, creator: creator)
        let encryption = try encryption(of: request)
        var clientID: ClientID?
        if let text = request.clientID { clientID = try requiredClientID(text) }
        let name = try checkedName(request.name ?? "")
        guard name.isEmpty || encryption == .server else { throw APIError(.chatNameMustBeEncrypted) }
        return NewChat(
            type: request.type, encryption: encryption, name: name, creator: creator, others: others,
            clientID: clientID)
    }

    /// In its one spelling; a chat may have no name.
    func checkedName(_ name: String) throws(APIError) -> String {
        guard !name.isEmpty else { return "" }
        do throws(HumanText.Flaw) {
            return try HumanText.line(name, charactersMax: limits.chatNameCharactersMax)
        } catch {
            throw error.apiError(field: "name")
        }
    }

    private func otherMembers(_ request: CreateChatRequest, creator: Caller) throws(APIError) -> [UserID] {
        var seen: Set<UInt64> = [creator.userID.rawValue]
        let others = request.memberIDs.filter { seen.insert($0).inserted }.map { UserID($0) }
        switch request.type {
        case .direct:
            guard others.count == 1 else { throw .invalid(field: "memberIds", limit: 1) }
        case .group, .channel:
            // A channel may grow larger, but not in one call.
            guard others.count < limits.groupMembersMax else {
                throw APIError(
                    .chatTooManyMembers,
                    details: ErrorDetails(field: "memberIds", limit: UInt64(limits.groupMembersMax)))
            }
        default: throw .invalid(field: "type")
        }
        return others
    }

    /// Direct chats are always end-to-end encrypted; groups unless, channels if their creator asks for it.
    private func encryption(of request: CreateChatRequest) throws(APIError) -> ChatEncryption {
        switch (request.type, request.encryption) {
        case (.channel, .unspecified), (.channel, .server), (.group, .server): return .server
        case (_, .unspecified), (_, .e2ee): return .e2ee
        default: throw .invalid(field: "encryption")
        }
    }
}
