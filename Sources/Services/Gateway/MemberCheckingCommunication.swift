internal import Basics
internal import Contracts
internal import WireProtocol

/// Communication as clients reach it: who is added to a chat must exist, and only Identity knows. No service calls
/// another, so the Gateway asks first and passes checked ids on.
struct MemberCheckingCommunication: CommunicationAPI {
    let identity: any IdentityAPI
    let communication: any CommunicationAPI
    let limits: Limits

    func createChat(_ request: CreateChatRequest, context: CallContext) async throws(APIError) -> CreateChatResponse {
        let wanted = Set(request.memberIDs)
        // Communication has the last word on sizes; here the bound keeps Identity from looking up a million ids.
        guard wanted.count <= limits.groupMembersMax else {
            throw APIError(
                .chatTooManyMembers, details: ErrorDetails(field: "memberIds", limit: UInt64(limits.groupMembersMax)))
        }
        if !wanted.isEmpty {
            let found = try await identity.getUsersByIds(
                GetUsersByIdsRequest(ids: Array(wanted)), context: context)
            guard found.users.count == wanted.count else {
                throw APIError(.userNotFound, details: ErrorDetails(field: "memberIds"))
            }
        }
        return try await communication.createChat(request, context: context)
    }

    func getChats(_ request: GetChatsRequest, context: CallContext) async throws(APIError) -> GetChatsResponse {
        try await communication.getChats(request, context: context)
    }

    func getChat(_ request: GetChatRequest, context: CallContext) async throws(APIError) -> GetChatResponse {
        try await communication.getChat(request, context: context)
    }

    func sendMessage(_ request: SendMessageRequest, context: CallContext) async throws(APIError) -> SendMessageResponse
    {
        try await communication.sendMessage(request, context: context)
    }

    func getMessages(_ request: GetMessagesRequest, context: CallContext) async throws(APIError) -> GetMessagesResponse
    {
        try await communication.getMessages(request, context: context)
    }

    func getSubscriptions(
        _ request: GetSubscriptionsRequest, context: CallContext
    ) async throws(APIError) -> GetSubscriptionsResponse {
        try await communication.getSubscriptions(request, context: context)
    }

    func getHeads(_ request: GetHeadsRequest, context: CallContext) async throws(APIError) -> GetHeadsResponse {
        try await communication.getHeads(request, context: context)
    }
}
