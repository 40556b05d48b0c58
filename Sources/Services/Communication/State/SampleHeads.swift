internal import Basics
public import Contracts
internal import Protobuf
public import WireProtocol

extension CommunicationService {
    /// Every chat whose entries the caller's sockets receive.
    public func getSubscriptions(
        _ request: GetSubscriptionsRequest, context: CallContext
    ) async throws(APIError) -> GetSubscriptionsResponse {
        let caller = try context.authenticated()
        do throws(StoreError) {
            return try await ports.chats.subscriptions(of: caller.userID)
        } catch {
            throw error.apiError
        }
    }

    /// The caller's chats that have entries since the cursor, newest first, those whose membership changed, and the
    /// cursor for the next time.
    ///
    /// `activity` rises with each append in the store, so that one number per device says what it has seen of all
    /// chats, and a send writes nothing per member.
    public func getHeads(_ request: GetHeadsRequest, context: CallContext) async throws(APIError) -> GetHeadsResponse {
        let caller = try context.authenticated()
        let cursor = try Self.inboxCursor(request.inboxCursor)
        await positions.storeAnnounced(of: caller.userID)
        do throws(StoreError) {
            let heads = try await ports.chats.heads(of: caller.userID, after: cursor)
            return GetHeadsResponse(
                chats: heads.heads, inboxCursor: Base64URL.encode(heads.cursor.protobufBytes()), updated: heads.updated)
        } catch {
            throw error.apiError
        }
    }

    /// What a gateway asks that has missed an item of the caller's inbox.
    public func getInbox(_ request: GetInboxRequest, context: CallContext) async throws(APIError) -> GetInboxResponse {
        let caller = try context.authenticated()
        do throws(StoreError) {
            return try await ports.chats.inbox(of: caller.userID, after: request.afterSeq)
        } catch {
            throw error.apiError
        }
    }

    /// What a gateway asks that has missed an event of a chat.
    public func getChatState(
        _ request: GetChatStateRequest, context: CallContext
    ) async throws(APIError) -> GetChatStateResponse {
        do throws(StoreError) {
            let state = try await ports.log.state(
                of: ChatID(request.chatID), after: request.afterSeq, limit: Int(request.limit),
                users: request.userIDs.map { UserID($0) })
            if let state { return state }
        } catch {
            throw error.apiError
        }
        throw APIError(.chatNotFound)
    }

    /// A chat as each of these members sees it.
    public func getChatViews(
        _ request: GetChatViewsRequest, context: CallContext
    ) async throws(APIError) -> GetChatViewsResponse {
        do throws(StoreError) {
            let views = try await ports.chats.views(
                of: ChatID(request.chatID), users: request.userIDs.map { UserID($0) })
            return GetChatViewsResponse(views: views)
        } catch {
            throw error.apiError
        }
    }

    private static func inboxCursor(_ text: String) throws(APIError) -> InboxCursor {
        guard let bytes = Base64URL.decode(text), let cursor = try? InboxCursor(protobuf: bytes),
            cursor.activity <= UInt64(Int64.max), cursor.inboxSeq <= UInt64(Int64.max)
        else { throw .invalid(field: "inboxCursor") }
        return cursor
    }
}
