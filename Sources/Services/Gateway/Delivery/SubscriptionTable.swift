internal import Basics

/// Which sockets of one loop receive what: by user for what concerns the user, by chat for its entries.
///
/// A value type without I/O: `GatewayLoop` owns it and sends.
struct SubscriptionTable {
    private var socketsByUser: [UserID: [SocketID]] = [:]
    private var socketsByChat: [ChatID: [SocketID]] = [:]
    private var chatsBySocket: [SocketID: [ChatID]] = [:]
    private var userBySocket: [SocketID: UserID] = [:]

    /// A socket stays with the user to whom it was attached first.
    mutating func attach(_ socket: SocketID, user: UserID) {
        guard userBySocket[socket] == nil else { return }
        userBySocket[socket] = user
        socketsByUser[user, default: []].append(socket)
    }

    /// A second subscription to the same chat changes nothing.
    mutating func subscribe(_ socket: SocketID, to chat: ChatID) {
        guard socketsByChat[chat]?.contains(socket) != true else { return }
        socketsByChat[chat, default: []].append(socket)
        chatsBySocket[socket, default: []].append(chat)
    }

    mutating func detach(_ socket: SocketID) {
        if let user = userBySocket.removeValue(forKey: socket) {
            Self.remove(socket, from: &socketsByUser, at: user)
        }
        for chat in chatsBySocket.removeValue(forKey: socket) ?? [] {
            Self.remove(socket, from: &socketsByChat, at: chat)
        }
    }

    func sockets(of user: UserID) -> [SocketID] { socketsByUser[user] ?? [] }

    func sockets(of chat: ChatID) -> [SocketID] { socketsByChat[chat] ?? [] }

    private static func remove<Key>(_ socket: SocketID, from table: inout [Key: [SocketID]], at key: Key) {
        guard let index = table[key]?.firstIndex(of: socket) else { return }
        table[key]?.remove(at: index)
        if table[key]?.isEmpty == true { table[key] = nil }
    }
}
