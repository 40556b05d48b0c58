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

    func watch(_ peer: UserID, from session: Session) {
        subscriptions.watch(peer, from: session.id)
        guard session.isReady else { return }
        let status = presence.status(of: peer)
        if status != .offline { session.write(Self.notice(peer, status, lastSeenAt: nil), replyTo: nil) }
    }

    /// A socket of this user has come, gone, or says something else of itself.
    func presenceChanged(of user: UserID) {
        let status = ownStatus(of: user)
        guard status != ownPresence[user] ?? .offline else { return }
        ownPresence[user] = status == .offline ? nil : status
        publish([UserPresence(userID: user.rawValue, status: status)])
    }

    private func ownStatus(of user: UserID) -> PresenceStatus {
        let own = subscriptions.sockets(of: user).compactMap { sessions[$0] }.filter(\.isReady)
        return own.map(\.presence).max { $0.rawValue < $1.rawValue } ?? .offline
    }

    func deliver(_ reported: PresenceReported) {
        for user in reported.users {
            let change = presence.report(
                UserID(user.userID), user.status, source: reported.source, now: loop.now)
            guard let change else { continue }
            tell(change)
            if change.status == .offline, reported.source == presenceSource { setLastSeen(change.user) }
        }
    }

    private func tell(_ change: PresenceTable.Change) {
        let now = Timestamp(millisecondsSince1970: gateway.clock.millisecondsSince1970())
        let notice = Self.notice(change.user, change.status, lastSeenAt: change.status == .offline ? now : nil)
        for socket in subscriptions.watchers(of: change.user) {
            guard let session = sessions[socket], session.takesTransients else { continue }
            session.write(notice, replyTo: nil)
        }
    }

    private static func notice(
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
            let own = gatewayLoop.ownPresence.map { UserPresence(userID: $0.key.rawValue, status: $0.value) }
            gatewayLoop.publish(own)
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
