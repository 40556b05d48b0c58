internal import Basics
internal import Communication
internal import Contracts
internal import WireProtocol

struct SimulatedChatDirectory: ChatDirectory {
    let commits: SimulatedCommits

    func create(
        _ chat: NewChat, committed: @escaping @Sendable (ChatCreation) -> Void
    ) async throws(StoreError) -> ChatCreation {
        try await commits.commit({ $0.create(chat, &$1) }, committed: committed)
    }

    func chat(_ id: ChatID, of user: UserID) async throws(StoreError) -> ChatLookup {
        commits.read { $0.lookUp(id, of: user) }
    }

    func chats(of member: UserID, below activity: UInt64, limit: Int) async throws(StoreError) -> [ActiveChat] {
        commits.read { $0.chats(of: member, below: activity, limit: limit) }
    }

    func members(
        of chat: ChatID, reader: UserID, above user: UserID, limit: Int
    ) async throws(StoreError) -> [Member]? {
        commits.read { $0.members(of: chat, reader: reader, above: user, limit: limit) }
    }

    func views(of chat: ChatID, users: [UserID]) async throws(StoreError) -> [ChatView] {
        commits.read { store in
            users.compactMap { user in
                guard case .member(let view) = store.lookUp(chat, of: user) else { return nil }
                return ChatView(userID: user.rawValue, chat: view)
            }
        }
    }

    func roster(of chat: ChatID, reader: UserID) async throws(StoreError) -> GetChatKeysResponse? {
        commits.read { $0.roster(of: chat, reader: reader) }
    }

    func subscriptions(of member: UserID) async throws(StoreError) -> GetSubscriptionsResponse {
        commits.read { $0.subscriptions(of: member, incarnation: "simulated") }
    }

    func heads(of member: UserID, after cursor: InboxCursor) async throws(StoreError) -> ChatHeads {
        commits.read { $0.heads(of: member, after: cursor) }
    }

    func inbox(of user: UserID, after seq: UInt64) async throws(StoreError) -> GetInboxResponse {
        commits.read { $0.inbox(of: user, after: seq) }
    }
}
