internal import Basics
public import Contracts
internal import Protobuf
public import WireProtocol

extension CommunicationService {
    /// The caller's chats, most recently active first.
    public func getChats(_ request: GetChatsRequest, context: CallContext) async throws(APIError) -> GetChatsResponse {
        let caller = try context.authenticated()
        let limit = try pageSize(request.limit)
        let below = try Self.activity(ofListCursor: request.cursor)
        await positions.storeAnnounced(of: caller.userID)
        let found: [ActiveChat]
        do throws(StoreError) {
            // One more than asked for tells whether there is another page.
            found = try await ports.chats.chats(of: caller.userID, below: below, limit: limit + 1)
        } catch {
            throw error.apiError
        }
        let page = found.prefix(limit)
        var next: String?
        if found.count > limit, let last = page.last {
            next = Base64URL.encode(ChatListCursor(activity: last.activity).protobufBytes())
        }
        return GetChatsResponse(chats: page.map { $0.chat }, nextCursor: next)
    }

    public func getChat(_ request: GetChatRequest, context: CallContext) async throws(APIError) -> ChatResponse {
        let caller = try context.authenticated()
        return ChatResponse(chat: try await chat(ChatID(request.id), of: caller))
    }

    func chat(_ id: ChatID, of caller: Caller) async throws(APIError) -> Chat {
        await positions.storeAnnounced(of: caller.userID)
        let found: ChatLookup
        do throws(StoreError) {
            found = try await ports.chats.chat(id, of: caller.userID)
        } catch {
            throw error.apiError
        }
        switch found {
        case .member(let chat): return chat
        case .former: throw APIError(.chatNotMember)
        case .none: throw APIError(.chatNotFound)
        }
    }

    private static func activity(ofListCursor text: String) throws(APIError) -> UInt64 {
        guard !text.isEmpty else { return UInt64(Int64.max) }
        guard let bytes = Base64URL.decode(text), let cursor = try? ChatListCursor(protobuf: bytes),
            cursor.activity <= UInt64(Int64.max)
        else { throw .invalid(field: "cursor") }
        return cursor.activity
    }
}
