internal import Basics

/// Which sockets of one loop receive what: by user for what concerns the user, by chat for its entries, by peer for the
/// presence of others.
///
/// A value type without I/O: `GatewayLoop` owns it and sends.
struct SubscriptionTable {
    var routes: [ChatID: ChatRoute] = [:]
    private var socketsByUser: [UserID: [SocketID]] = [:]
    private var userBySocket: [SocketID: UserID] = [:]
    private var chatsBySocket: [SocketID: Set<ChatID>] = [:]
    private var watchersByPeer: [UserID: Set<SocketID>] = [:]
    private var peersBySocket: [SocketID: [UserID: WatchReason]] = [:]

    /// Why a socket is told of somebody's presence.
    struct WatchReason: OptionSet {
        let rawValue: UInt8

        static let directChat = WatchReason(rawValue: 1)
        static let contact = WatchReason(rawValue: 2)
    }

    /// A socket stays with the user to whom it was attached first.
    mutating func attach(_ socket: SocketID, user: UserID) {
        guard userBySocket[socket] == nil else { return }
        userBySocket[socket] = user
        socketsByUser[user, default: []].append(socket)
    }

    /// - Parameter route: what the chat's route is if there is none yet.
    mutating func subscribe(
        _ newcomer: ChatRoute.Newcomer, to chat: ChatID, route: @autoclosure () -> ChatRoute
    ) -> ChatRoute.Admission {
        chatsBySocket[newcomer.socket, default: []].insert(chat)
        return routes[chat, default: route()].admit(newcomer)
    }

    /// The route has let these go, unless it is about to let them in again.
    mutating func forget(_ sockets: [SocketID], of chat: ChatID) {
        for socket in sockets where routes[chat]?.knows(socket) != true { chatsBySocket[socket]?.remove(chat) }
        removeIfUnused(chat)
    }

    /// From now on the socket is told of this person's presence.
    mutating func watch(_ peer: UserID, from socket: SocketID, as reason: WatchReason) {
        watchersByPeer[peer, default: []].insert(socket)
        peersBySocket[socket, default: [:]][peer, default: []].insert(reason)
    }

    /// This reason no longer holds; another one may.
    mutating func unwatch(_ peer: UserID, from socket: SocketID, as reason: WatchReason) {
        peersBySocket[socket]?[peer]?.remove(reason)
        guard peersBySocket[socket]?[peer]?.isEmpty == true else { return }
        peersBySocket[socket]?[peer] = nil
        removeWatcher(socket, of: peer)
    }

    func isWatching(_ peer: UserID, from socket: SocketID) -> Bool { peersBySocket[socket]?[peer] != nil }

    private mutating func removeWatcher(_ socket: SocketID, of peer: UserID) {
        watchersByPeer[peer]?.remove(socket)
        if watchersByPeer[peer]?.isEmpty == true { watchersByPeer[peer] = nil }
    }

    /// - Returns: the socket's user, when this was the last socket of theirs.
    @discardableResult
    mutating func detach(_ socket: SocketID) -> UserID? {
        for chat in chatsBySocket.removeValue(forKey: socket) ?? [] {
            routes[chat]?.unsubscribe(socket)
            removeIfUnused(chat)
        }
        for peer in (peersBySocket.removeValue(forKey: socket) ?? [:]).keys { removeWatcher(socket, of: peer) }
        guard let user = userBySocket.removeValue(forKey: socket) else { return nil }
        socketsByUser[user]?.removeAll { $0 == socket }
        guard socketsByUser[user]?.isEmpty == true else { return nil }
        socketsByUser[user] = nil
        return user
    }

    func isSubscribed(_ socket: SocketID, to chat: ChatID) -> Bool {
        chatsBySocket[socket]?.contains(chat) ?? false
    }

    func sockets(of user: UserID) -> [SocketID] { socketsByUser[user] ?? [] }

    func watchers(of peer: UserID) -> Set<SocketID> { watchersByPeer[peer] ?? [] }

    private mutating func removeIfUnused(_ chat: ChatID) {
        if routes[chat]?.isUnused == true { routes[chat] = nil }
    }
}
