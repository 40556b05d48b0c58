internal import Basics
public import Contracts
public import WireProtocol

/// Each change of one person's membership is one entry of kind member.
extension CommunicationService {
    /// That the people exist has been checked by the Gateway, which alone may ask Identity.
    public func addMembers(_ request: AddMembersRequest, context: CallContext) async throws(APIError) -> ChatResponse {
        var seen: Set<UInt64> = []
        let users = request.userIDs.filter { seen.insert($0).inserted }.map { UserID($0) }
        guard !users.isEmpty, users.count <= limits.membersPerCallMax else {
            throw .invalid(field: "userIds", limit: UInt64(limits.membersPerCallMax))
        }
        return try await change(request.chatID, .addMembers(users, role: request.role), context)
    }

    /// Hands the chat over when the new role is owner.
    public func changeMemberRole(
        _ request: ChangeMemberRoleRequest, context: CallContext
    ) async throws(APIError) -> ChatResponse {
        try await change(request.chatID, .changeRole(UserID(request.userID), role: request.role), context)
    }

    /// Removes somebody, or oneself: to leave.
    public func removeMember(
        _ request: RemoveMemberRequest, context: CallContext
    ) async throws(APIError) -> ChatResponse {
        let author = try context.authenticated()
        let command = memberCommand(request.chatID, .removeMember(UserID(request.userID)), author)
        do throws(APIError) {
            _ = try await append(command, context: context)
        } catch {
            // To leave once more changes nothing.
            guard error.code == .chatNotMember, request.userID == author.userID.rawValue else { throw error }
        }
        return ChatResponse()
    }

    private func change(
        _ chatID: UInt64, _ action: LogAction, _ context: CallContext
    ) async throws(APIError) -> ChatResponse {
        let author = try context.authenticated()
        _ = try await append(memberCommand(chatID, action, author), context: context)
        return ChatResponse(chat: try await chat(ChatID(chatID), of: author))
    }

    private func memberCommand(_ chatID: UInt64, _ action: LogAction, _ author: Caller) -> LogCommand {
        LogCommand(chatID: ChatID(chatID), author: author, action: action, clientID: nil, bodyHash: [])
    }
}
