internal import Basics
public import Contracts
internal import Protobuf
public import WireProtocol

extension CommunicationService {
    /// Who is in a chat, in rising order of user ids.
    public func getMembers(
        _ request: GetMembersRequest, context: CallContext
    ) async throws(APIError) -> GetMembersResponse {
        let caller = try context.authenticated()
        let limit = try pageSize(request.limit)
        let above = try Self.user(ofListCursor: request.cursor)
        let found: [Member]?
        do throws(StoreError) {
            // One more than asked for tells whether there is another page.
            found = try await ports.chats.members(
                of: ChatID(request.chatID), reader: caller.userID, above: above, limit: limit + 1)
        } catch {
            throw error.apiError
        }
        guard let found else { throw APIError(.chatNotFound) }
        let page = Array(found.prefix(limit))
        var next: String?
        if found.count > limit, let last = page.last {
            next = Base64URL.encode(MemberListCursor(userID: last.userID).protobufBytes())
        }
        return GetMembersResponse(members: page, nextCursor: next)
    }

    /// The devices for which a message in this chat is sealed.
    public func getChatKeys(
        _ request: GetChatKeysRequest, context: CallContext
    ) async throws(APIError) -> GetChatKeysResponse {
        let caller = try context.authenticated()
        do throws(StoreError) {
            if let roster = try await ports.chats.roster(of: ChatID(request.id), reader: caller.userID) {
                return roster
            }
        } catch {
            throw error.apiError
        }
        throw APIError(.chatNotFound)
    }

    private static func user(ofListCursor text: String) throws(APIError) -> UserID {
        guard !text.isEmpty else { return UserID(0) }
        guard let bytes = Base64URL.decode(text), let cursor = try? MemberListCursor(protobuf: bytes),
            cursor.userID <= UInt64(Int64.max)
        else { throw .invalid(field: "cursor") }
        return UserID(cursor.userID)
    }
}
