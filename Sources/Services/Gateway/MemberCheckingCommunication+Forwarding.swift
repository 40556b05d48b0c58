internal import Contracts
internal import WireProtocol

/// The calls for which nothing is asked of Identity.
extension MemberCheckingCommunication {
    func getChats(_ request: GetChatsRequest, context: CallContext) async throws(APIError) -> GetChatsResponse {
        try await communication.getChats(request, context: context)
    }

    func getChat(_ request: GetChatRequest, context: CallContext) async throws(APIError) -> ChatResponse {
        try await communication.getChat(request, context: context)
    }

    func updateChat(_ request: UpdateChatRequest, context: CallContext) async throws(APIError) -> ChatResponse {
        try await communication.updateChat(request, context: context)
    }

    func changeMemberRole(_ request: ChangeMemberRoleRequest, context: CallContext) async throws(APIError)
        -> ChatResponse
    {
        try await communication.changeMemberRole(request, context: context)
    }

    func removeMember(_ request: RemoveMemberRequest, context: CallContext) async throws(APIError) -> ChatResponse {
        try await communication.removeMember(request, context: context)
    }

    func getChatKeys(_ request: GetChatKeysRequest, context: CallContext) async throws(APIError) -> GetChatKeysResponse
    {
        try await communication.getChatKeys(request, context: context)
    }

    func sendMessage(_ request: SendMessageRequest, context: CallContext) async throws(APIError) -> EntryResponse {
        try rates.message(context)
        return try await communication.sendMessage(request, context: context)
    }

    func editMessage(_ request: EditMessageRequest, context: CallContext) async throws(APIError) -> EntryResponse {
        try rates.message(context)
        return try await communication.editMessage(request, context: context)
    }

    func deleteMessage(_ request: DeleteMessageRequest, context: CallContext) async throws(APIError) -> EntryResponse {
        try rates.message(context)
        return try await communication.deleteMessage(request, context: context)
    }

    func addReaction(_ request: AddReactionRequest, context: CallContext) async throws(APIError) -> EntryResponse {
        try rates.message(context)
        return try await communication.addReaction(request, context: context)
    }

    func removeReaction(_ request: RemoveReactionRequest, context: CallContext) async throws(APIError) -> EntryResponse
    {
        try rates.message(context)
        return try await communication.removeReaction(request, context: context)
    }

    func getMessages(_ request: GetMessagesRequest, context: CallContext) async throws(APIError) -> GetMessagesResponse
    {
        try await communication.getMessages(request, context: context)
    }

    func getMessageStatus(_ request: GetMessageStatusRequest, context: CallContext) async throws(APIError)
        -> GetMessageStatusResponse
    {
        try await communication.getMessageStatus(request, context: context)
    }

    func markAsRead(_ request: MarkAsReadRequest, context: CallContext) async throws(APIError) -> MarkAsReadResponse {
        try await communication.markAsRead(request, context: context)
    }

    func reportPositions(_ request: ReportPositionsRequest, context: CallContext) async throws(APIError)
        -> ReportPositionsResponse
    {
        try await communication.reportPositions(request, context: context)
    }

    func getSubscriptions(_ request: GetSubscriptionsRequest, context: CallContext) async throws(APIError)
        -> GetSubscriptionsResponse
    {
        try await communication.getSubscriptions(request, context: context)
    }

    func getHeads(_ request: GetHeadsRequest, context: CallContext) async throws(APIError) -> GetHeadsResponse {
        try await communication.getHeads(request, context: context)
    }

    func getChatViews(_ request: GetChatViewsRequest, context: CallContext) async throws(APIError)
        -> GetChatViewsResponse
    {
        try await communication.getChatViews(request, context: context)
    }

    func getChatState(_ request: GetChatStateRequest, context: CallContext) async throws(APIError)
        -> GetChatStateResponse
    {
        try await communication.getChatState(request, context: context)
    }

    func getInbox(_ request: GetInboxRequest, context: CallContext) async throws(APIError) -> GetInboxResponse {
        try await communication.getInbox(request, context: context)
    }

    func takeNote(_ request: TakeNoteRequest, context: CallContext) async throws(APIError) -> TakeNoteResponse {
        try await communication.takeNote(request, context: context)
    }

    func setLastSeen(_ request: SetLastSeenRequest, context: CallContext) async throws(APIError) -> SetLastSeenResponse
    {
        try await communication.setLastSeen(request, context: context)
    }
}
