// Generated from martlet/v1/communication.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import WireProtocol

public protocol CommunicationAPI: Sendable {
    /// Makes a chat. A pair has one direct chat: to make it again gives the first one.
    func createChat(_ request: CreateChatRequest, context: CallContext) async throws(APIError) -> CreateChatResponse
    /// The caller's chats, the most recently active first.
    func getChats(_ request: GetChatsRequest, context: CallContext) async throws(APIError) -> GetChatsResponse
    /// One chat, as the caller sees it.
    func getChat(_ request: GetChatRequest, context: CallContext) async throws(APIError) -> ChatResponse
    /// Renames a chat, or gives an end-to-end encrypted one another sealed profile. The name that it has changes nothing.
    func updateChat(_ request: UpdateChatRequest, context: CallContext) async throws(APIError) -> ChatResponse
    /// The members of a chat.
    func getMembers(_ request: GetMembersRequest, context: CallContext) async throws(APIError) -> GetMembersResponse
    /// Adds people to a chat. Who is a member already stays as they are.
    func addMembers(_ request: AddMembersRequest, context: CallContext) async throws(APIError) -> ChatResponse
    /// Gives a member another role. To make somebody owner hands the chat over: who did it is an admin from then on.
    func changeMemberRole(
        _ request: ChangeMemberRoleRequest,
        context: CallContext
    ) async throws(APIError) -> ChatResponse
    /// Removes a member, or leaves: with the caller's own id. When the owner leaves, the first of the highest role inherits
    /// the chat.
    func removeMember(_ request: RemoveMemberRequest, context: CallContext) async throws(APIError) -> ChatResponse
    /// The devices for which a message in this chat is sealed.
    func getChatKeys(_ request: GetChatKeysRequest, context: CallContext) async throws(APIError) -> GetChatKeysResponse
    /// Appends a message to a chat. A repetition under the same client id is answered with the first result.
    func sendMessage(_ request: SendMessageRequest, context: CallContext) async throws(APIError) -> EntryResponse
    /// Gives one's own message another content, within 24 hours.
    func editMessage(_ request: EditMessageRequest, context: CallContext) async throws(APIError) -> EntryResponse
    /// Deletes one's own message or reaction; admins and the owner may delete anybody's message.
    func deleteMessage(_ request: DeleteMessageRequest, context: CallContext) async throws(APIError) -> EntryResponse
    /// Reacts to a message. The same emoji again is answered with the first reaction.
    func addReaction(_ request: AddReactionRequest, context: CallContext) async throws(APIError) -> EntryResponse
    /// Takes one's own reaction back. In end-to-end encrypted chats the reaction is deleted by its own id instead.
    func removeReaction(_ request: RemoveReactionRequest, context: CallContext) async throws(APIError) -> EntryResponse
    /// A page of a chat's entries in ascending `seq`; with neither bound, the newest.
    func getMessages(_ request: GetMessagesRequest, context: CallContext) async throws(APIError) -> GetMessagesResponse
    /// Who has received and read a message.
    func getMessageStatus(
        _ request: GetMessageStatusRequest,
        context: CallContext
    ) async throws(APIError) -> GetMessageStatusResponse
    /// Moves the own read position. It never goes back.
    func markAsRead(_ request: MarkAsReadRequest, context: CallContext) async throws(APIError) -> MarkAsReadResponse
    /// Between services, from here on. Returns before anything is stored.
    func reportPositions(
        _ request: ReportPositionsRequest,
        context: CallContext
    ) async throws(APIError) -> ReportPositionsResponse
    /// What a session's sockets must be given as it happens.
    func getSubscriptions(
        _ request: GetSubscriptionsRequest,
        context: CallContext
    ) async throws(APIError) -> GetSubscriptionsResponse
    /// What a returning device has missed.
    func getHeads(_ request: GetHeadsRequest, context: CallContext) async throws(APIError) -> GetHeadsResponse
    /// A chat as each of these members sees it.
    func getChatViews(
        _ request: GetChatViewsRequest,
        context: CallContext
    ) async throws(APIError) -> GetChatViewsResponse
    func getChatState(
        _ request: GetChatStateRequest,
        context: CallContext
    ) async throws(APIError) -> GetChatStateResponse
    func getInbox(_ request: GetInboxRequest, context: CallContext) async throws(APIError) -> GetInboxResponse
    /// Returns once everything is taken note of that Identity had told by then: what its callers were answered holds here.
    func takeNote(_ request: TakeNoteRequest, context: CallContext) async throws(APIError) -> TakeNoteResponse
    /// The caller's last socket has closed.
    func setLastSeen(_ request: SetLastSeenRequest, context: CallContext) async throws(APIError) -> SetLastSeenResponse
}

public enum CommunicationRoutes {
    /// Every call of the service that HTTP has, in the order of the contract.
    public static func all(calling service: any CommunicationAPI) -> [HTTPRoute] {
        [
            HTTPRoute(
                method: "POST", path: "/v1/chats",
                name: "CommunicationService/CreateChat", access: .session,
                hasBody: true, successStatus: 201,
                replayStatus: 200, isReplay: { $0.replayed },
                call: { (
                    request: CreateChatRequest,
                    context: CallContext
                ) async throws(APIError) -> CreateChatResponse in
                    try await service.createChat(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/chats",
                name: "CommunicationService/GetChats", access: .session,
                hasBody: false, successStatus: 200,
                call: { (request: GetChatsRequest, context: CallContext) async throws(APIError) -> GetChatsResponse in
                    try await service.getChats(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/chats/{id}",
                name: "CommunicationService/GetChat", access: .session,
                hasBody: false, successStatus: 200,
                call: { (request: GetChatRequest, context: CallContext) async throws(APIError) -> ChatResponse in
                    try await service.getChat(request, context: context)
                }
            ),
            HTTPRoute(
                method: "PATCH", path: "/v1/chats/{id}",
                name: "CommunicationService/UpdateChat", access: .session,
                hasBody: true, successStatus: 200,
                call: { (request: UpdateChatRequest, context: CallContext) async throws(APIError) -> ChatResponse in
                    try await service.updateChat(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/chats/{chatId}/members",
                name: "CommunicationService/GetMembers", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: GetMembersRequest,
                    context: CallContext
                ) async throws(APIError) -> GetMembersResponse in
                    try await service.getMembers(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/chats/{chatId}/members",
                name: "CommunicationService/AddMembers", access: .session,
                hasBody: true, successStatus: 200,
                call: { (request: AddMembersRequest, context: CallContext) async throws(APIError) -> ChatResponse in
                    try await service.addMembers(request, context: context)
                }
            ),
            HTTPRoute(
                method: "PATCH", path: "/v1/chats/{chatId}/members/{userId}",
                name: "CommunicationService/ChangeMemberRole", access: .session,
                hasBody: true, successStatus: 200,
                call: { (
                    request: ChangeMemberRoleRequest,
                    context: CallContext
                ) async throws(APIError) -> ChatResponse in
                    try await service.changeMemberRole(request, context: context)
                }
            ),
            HTTPRoute(
                method: "DELETE", path: "/v1/chats/{chatId}/members/{userId}",
                name: "CommunicationService/RemoveMember", access: .session,
                hasBody: false, successStatus: 204,
                call: { (request: RemoveMemberRequest, context: CallContext) async throws(APIError) -> ChatResponse in
                    try await service.removeMember(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/chats/{id}/keys",
                name: "CommunicationService/GetChatKeys", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: GetChatKeysRequest,
                    context: CallContext
                ) async throws(APIError) -> GetChatKeysResponse in
                    try await service.getChatKeys(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/messages",
                name: "CommunicationService/SendMessage", access: .session,
                hasBody: true, successStatus: 201,
                replayStatus: 200, isReplay: { $0.replayed },
                call: { (request: SendMessageRequest, context: CallContext) async throws(APIError) -> EntryResponse in
                    try await service.sendMessage(request, context: context)
                }
            ),
            HTTPRoute(
                method: "PUT", path: "/v1/messages/{id}",
                name: "CommunicationService/EditMessage", access: .session,
                hasBody: true, successStatus: 200,
                call: { (request: EditMessageRequest, context: CallContext) async throws(APIError) -> EntryResponse in
                    try await service.editMessage(request, context: context)
                }
            ),
            HTTPRoute(
                method: "DELETE", path: "/v1/messages/{id}",
                name: "CommunicationService/DeleteMessage", access: .session,
                hasBody: false, successStatus: 204,
                call: { (request: DeleteMessageRequest, context: CallContext) async throws(APIError) -> EntryResponse in
                    try await service.deleteMessage(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/messages/{id}/reactions",
                name: "CommunicationService/AddReaction", access: .session,
                hasBody: true, successStatus: 201,
                replayStatus: 200, isReplay: { $0.replayed },
                call: { (request: AddReactionRequest, context: CallContext) async throws(APIError) -> EntryResponse in
                    try await service.addReaction(request, context: context)
                }
            ),
            HTTPRoute(
                method: "DELETE", path: "/v1/messages/{id}/reactions/{emoji}",
                name: "CommunicationService/RemoveReaction", access: .session,
                hasBody: false, successStatus: 204,
                call: { (
                    request: RemoveReactionRequest,
                    context: CallContext
                ) async throws(APIError) -> EntryResponse in
                    try await service.removeReaction(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/chats/{chatId}/messages",
                name: "CommunicationService/GetMessages", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: GetMessagesRequest,
                    context: CallContext
                ) async throws(APIError) -> GetMessagesResponse in
                    try await service.getMessages(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/messages/{id}/status",
                name: "CommunicationService/GetMessageStatus", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: GetMessageStatusRequest,
                    context: CallContext
                ) async throws(APIError) -> GetMessageStatusResponse in
                    try await service.getMessageStatus(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/chats/{chatId}/read",
                name: "CommunicationService/MarkAsRead", access: .session,
                hasBody: true, successStatus: 204,
                call: { (
                    request: MarkAsReadRequest,
                    context: CallContext
                ) async throws(APIError) -> MarkAsReadResponse in
                    try await service.markAsRead(request, context: context)
                }
            ),
        ]
    }
}
