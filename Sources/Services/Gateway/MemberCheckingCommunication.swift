internal import Basics
internal import Contracts
internal import WireProtocol

/// Communication as clients reach it: who is added to a chat must exist, and only Identity knows. No service calls
/// another, so the Gateway asks first and passes checked ids on.
///
/// All other calls go through as they are: `MemberCheckingCommunication+Forwarding`.
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
        try await check(wanted, field: "memberIds", context: context)
        return try await communication.createChat(request, context: context)
    }

    func addMembers(_ request: AddMembersRequest, context: CallContext) async throws(APIError) -> ChatResponse {
        let wanted = Set(request.userIDs)
        guard wanted.count <= limits.membersPerCallMax else {
            throw .invalid(field: "userIds", limit: UInt64(limits.membersPerCallMax))
        }
        try await check(wanted, field: "userIds", context: context)
        return try await communication.addMembers(request, context: context)
    }

    private func check(_ users: Set<UInt64>, field: String, context: CallContext) async throws(APIError) {
        guard !users.isEmpty else { return }
        let found = try await identity.getUsersByIds(GetUsersByIdsRequest(ids: Array(users)), context: context)
        guard found.users.count == users.count else {
            throw APIError(.userNotFound, details: ErrorDetails(field: field))
        }
    }
}
