internal import Basics
internal import Contracts
internal import EventLoop
internal import Protobuf
internal import WireProtocol

/// Who is connected: each loop tells what it knows of its own sockets, and forgets what others no longer repeat.
extension GatewayLoop {
    private static let repeatNanoseconds: UInt64 = 15_000_000_000
    /// Users in one event: keeps it far below what a bus takes as one message.
    private static let usersPerEventMax = 1_000

    func watch(_ peer: UserID, from session: Session, as reason: SubscriptionTable.WatchReason) {
        let wasWatched = subscriptions.isWatching(peer, from: session.id)
        subscriptions.watch(peer, from: session.id, as: reason)
        guard session.isReady, !wasWatched else { return }
        let status = seen(presence.state(of: peer), of: peer, by: session)
        if status != .offline { session.write(Self.notice(peer, status, lastSeenAt: nil), replyTo: nil) }
    }

    /// What the session's user may see of somebody's presence.
    private func seen(_ state: PresenceTable.State, of user: UserID, by session: Session) -> PresenceStatus {
        guard let watcher = session.caller?.userID, let relations = relations[watcher] else { return .offline }
        return relations.sees(state, of: user)
    }

    /// A socket of this user has come, gone, or says something else of itself.
    func presenceChanged(of user: UserID) {
        let status = ownStatus(of: user)
        let audience = relations[user]?.privacy.lastSeen ?? .nobody
        let own = status == .offline ? nil : UserPresence(userID: user.rawValue, status: status, audience: audience)
        guard own != ownPresence[user] else { return }
        ownPresence[user] = own
        publish([own ?? UserPresence(userID: user.rawValue, status: .offline)])
    }

    private func ownStatus(of user: UserID) -> PresenceStatus {
        let own = subscriptions.sockets(of: user).compactMap { sessions[$0] }.filter(\.isReady)
        return own.map(\.presence).max { $0.rawValue < $1.rawValue } ?? .offline
    }

    func deliver(_ reported: PresenceReported) {
        for user in reported.users {
            guard let change = presence.report(user, source: reported.source, now: loop.now) else { continue }
            tell(change)
            if change.after.status == .offline, reported.source == presenceSource { setLastSeen(change.user) }
        }
    }

    private func tell(_ change: PresenceTable.Change) {
        let now = Timestamp(millisecondsSince1970: gateway.clock.millisecondsSince1970())
        // Whoever may no longer know is not told since when either.
        let lastSeenAt = change.after.status == .offline ? now : nil
        for socket in subscriptions.watchers(of: change.user) {
            guard let session = sessions[socket], session.takesTransients else { continue }
            let before = seen(change.before, of: change.user, by: session)
            let after = seen(change.after, of: change.user, by: session)
            guard after != before else { continue }
            session.write(Self.notice(change.user, after, lastSeenAt: lastSeenAt), replyTo: nil)
        }
    }

    static func notice(
        _ user: UserID, _ status: PresenceStatus, lastSeenAt: Timestamp?
    ) -> ServerFrame.Payload {
        let notice = PresenceNotice(userID: user.rawValue, status: status, lastSeenAt: lastSeenAt)
        return status == .offline ? .userOffline(notice) : .userOnline(notice)
    }

    private func setLastSeen(_ user: UserID) {
        let communication = gateway.services.communication
        Task.immediate(executorPreference: loop.handle) {
            // Best effort: the next time says it again.
            _ = try? await communication.setLastSeen(SetLastSeenRequest(), context: .ofGateway(for: user))
        }
    }

    func repeatPresence() {
        _ = loop.schedule(afterNanoseconds: Self.repeatNanoseconds) { loop in
            guard let gatewayLoop = loop.attachment as? GatewayLoop else { return }
            gatewayLoop.publish(Array(gatewayLoop.ownPresence.values))
            for change in gatewayLoop.presence.expire(now: loop.now) { gatewayLoop.tell(change) }
            gatewayLoop.repeatPresence()
        }
    }

    private func publish(_ users: [UserPresence]) {
        for start in stride(from: 0, to: users.count, by: Self.usersPerEventMax) {
            let part = Array(users[start..<min(start + Self.usersPerEventMax, users.count)])
            let reported = PresenceReported(source: presenceSource, users: part)
            gateway.services.bus.publish(Event(body: .presenceReported(reported)))
        }
    }
}
