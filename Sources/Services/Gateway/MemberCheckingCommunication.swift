internal import Basics
internal import Contracts
internal import WireProtocol

/// Communication as clients reach it: who is added to a chat must exist and allow it, who was last seen when is not for
/// everybody, and nobody writes faster than they may. Of people only Identity knows, and no service calls another: so
/// the Gateway asks.
///
/// All other calls go through as they are: `MemberCheckingCommunication+Forwarding`.
struct MemberCheckingCommunication: CommunicationAPI {
    let identity: any IdentityAPI
    let communication: any CommunicationAPI
    let limits: Limits
    let rates: GatewayRates

    func createChat(_ request: CreateChatRequest, context: CallContext) async throws(APIError) -> CreateChatResponse {
        let wanted = Set(request.memberIDs)
        // Communication has the last word on sizes; here the bound keeps Identity from looking up a million ids.
        guard wanted.count <= limits.groupMembersMax else {
            throw APIError(
                .chatTooManyMembers, details: ErrorDetails(field: "memberIds", limit: UInt64(limits.groupMembersMax)))
        }
        // A direct chat adds nobody to anything: who may write to whom is decided by blocks, which Communication knows.
        try await check(wanted, field: "memberIds", isAddition: request.type != .direct, context: context)
        return try await communication.createChat(request, context: context)
    }

    func addMembers(_ request: AddMembersRequest, context: CallContext) async throws(APIError) -> ChatResponse {
        let wanted = Set(request.userIDs)
        guard wanted.count <= limits.membersPerCallMax else {
            throw .invalid(field: "userIds", limit: UInt64(limits.membersPerCallMax))
        }
        try await check(wanted, field: "userIds", isAddition: true, context: context)
        return try await communication.addMembers(request, context: context)
    }

    func getMembers(_ request: GetMembersRequest, context: CallContext) async throws(APIError) -> GetMembersResponse {
        var answer = try await communication.getMembers(request, context: context)
        let seen = answer.members.filter { $0.lastSeenAt != nil }.map(\.userID)
        guard !seen.isEmpty else { return answer }
        let standings = try await standings(with: seen, context: context)
        let shown = Set(standings.filter(\.seesLastSeen).map(\.userID))
        for index in answer.members.indices where !shown.contains(answer.members[index].userID) {
            answer.members[index].lastSeenAt = nil
        }
        return answer
    }

    private func check(
        _ users: Set<UInt64>, field: String, isAddition: Bool, context: CallContext
    ) async throws(APIError) {
        guard !users.isEmpty else { return }
        let standings = try await standings(with: users.sorted(), context: context)
        guard standings.count == users.count else { throw APIError(.userNotFound, details: ErrorDetails(field: field)) }
        let unwilling = standings.filter { !$0.mayAdd }.map(\.userID)
        guard unwilling.isEmpty || !isAddition else {
            throw APIError(.contactMayNotAdd, details: ErrorDetails(field: field, userIDs: unwilling))
        }
    }

    private func standings(with people: [UInt64], context: CallContext) async throws(APIError) -> [Standing] {
        try await identity.getStandings(GetStandingsRequest(userIDs: people), context: context).standings
    }
}
