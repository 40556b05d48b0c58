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
            let subscriptions = try await chats.subscriptions(of: caller.userID)
            return GetSubscriptionsResponse(chats: subscriptions.chats, incarnation: subscriptions.incarnation)
        } catch {
            throw error.apiError
        }
    }

    /// The caller's chats that have entries since the cursor, newest first, and the cursor for the next time.
    ///
    /// `activity` rises with each append in the store, so that one number per device says what it has seen of all
    /// chats, and a send writes nothing per member.
    public func getHeads(_ request: GetHeadsRequest, context: CallContext) async throws(APIError) -> GetHeadsResponse {
        let caller = try context.authenticated()
        let cursor = try Self.inboxCursor(request.inboxCursor)
        let heads: [ActiveHead]
        do throws(StoreError) {
            heads = try await chats.heads(of: caller.userID, above: cursor.activity)
        } catch {
            throw error.apiError
        }
        let next = InboxCursor(inboxSeq: cursor.inboxSeq, activity: heads.first?.activity ?? cursor.activity)
        return GetHeadsResponse(chats: heads.map(\.head), inboxCursor: Base64URL.encode(next.protobufBytes()))
    }

    private static func inboxCursor(_ text: String) throws(APIError) -> InboxCursor {
        guard let bytes = Base64URL.decode(text), let cursor = try? InboxCursor(protobuf: bytes),
            cursor.activity <= UInt64(Int64.max)
        else { throw .invalid(field: "inboxCursor") }
        return cursor
    }
}
