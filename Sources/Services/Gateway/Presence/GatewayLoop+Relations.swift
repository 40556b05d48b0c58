internal import Basics
internal import Contracts
internal import EventLoop
internal import WireProtocol

/// Contacts, blocks and privacy of the users who are connected here, and what follows from a change of them.
extension GatewayLoop {
    private static let retryNanoseconds: UInt64 = 500_000_000

    func deliver(_ changed: RelationsChanged) {
        for change in changed.changes {
            let user = UserID(change.userID)
            guard !subscriptions.sockets(of: user).isEmpty else { continue }
            if let contact = change.contact { tell(.contactUpdated(ContactUpdated(contact: contact)), to: user) }
            follow(relations.heard(change), of: user)
        }
    }

    func deliver(_ changed: PrivacyChanged) {
        let user = UserID(changed.userID)
        guard !subscriptions.sockets(of: user).isEmpty else { return }
        tell(.settingsUpdated(SettingsUpdated(version: changed.version)), to: user)
        follow(relations.heard(changed), of: user)
    }

    /// Whoever would be told of the person's presence hears of the profile too, and the person's own devices.
    func deliver(_ changed: UserChanged) {
        guard let profile = changed.user else { return }
        let user = UserID(profile.id)
        let frame = ServerFrame.Payload.userUpdated(UserUpdated(user: profile))
        tell(frame, to: user)
        for socket in subscriptions.watchers(of: user) {
            guard let session = sessions[socket], session.isReady, let watcher = session.caller?.userID,
                watcher != user, relations[watcher]?.blocked.contains(user) == false
            else { continue }
            session.write(frame, replyTo: nil)
        }
    }

    /// The relations of somebody who connects, read after `attach`.
    func adopt(_ sample: GetRelationsResponse, of user: UserID) {
        guard !subscriptions.sockets(of: user).isEmpty else { return }
        follow(relations.adopt(sample, of: user), of: user)
    }

    /// A session that has just become ready watches what its user's other sessions watch.
    func watchContacts(from session: Session, of user: UserID) {
        for contact in relations[user]?.contacts ?? [] { watch(contact, from: session, as: .contact) }
    }

    private func follow(_ step: RelationTable.Step, of user: UserID) {
        switch step {
        case .nothing: break
        case .read: readRelations(of: user)
        case .changed(let before, let isBehind):
            relationsChanged(of: user, from: before)
            if isBehind { readRelations(of: user) }
        }
    }

    private func relationsChanged(of user: UserID, from before: RelationTable.Relations) {
        guard let after = relations[user], after != before else { return }
        let sockets = subscriptions.sockets(of: user).compactMap { sessions[$0] }.filter(\.isReady)
        let others = before.contacts.symmetricDifference(after.contacts)
            .union(before.blocked.symmetricDifference(after.blocked))
        for session in sockets {
            for other in others { presenceMayDiffer(of: other, for: session, from: before, to: after) }
        }
        if after.privacy != before.privacy, !sockets.isEmpty { presenceChanged(of: user) }
    }

    /// Somebody has become a contact or is none any more, or a block came or went.
    private func presenceMayDiffer(
        of other: UserID, for session: Session, from before: RelationTable.Relations, to after: RelationTable.Relations
    ) {
        let state = presence.state(of: other)
        let wasWatched = subscriptions.isWatching(other, from: session.id)
        if after.contacts.contains(other) {
            subscriptions.watch(other, from: session.id, as: .contact)
        } else {
            subscriptions.unwatch(other, from: session.id, as: .contact)
        }
        let seenBefore = wasWatched ? before.sees(state, of: other) : .offline
        let seenAfter = subscriptions.isWatching(other, from: session.id) ? after.sees(state, of: other) : .offline
        if seenAfter != seenBefore { session.write(Self.notice(other, seenAfter, lastSeenAt: nil), replyTo: nil) }
    }

    private func tell(_ frame: ServerFrame.Payload, to user: UserID) {
        for socket in subscriptions.sockets(of: user) {
            guard let session = sessions[socket], session.isReady else { continue }
            session.write(frame, replyTo: nil)
        }
    }

    private func readRelations(of user: UserID) {
        let identity = gateway.services.identity
        Task.immediate(executorPreference: loop.handle) {
            do throws(APIError) {
                let sample = try await identity.getRelations(GetRelationsRequest(), context: .ofGateway(for: user))
                GatewayLoop.current?.adopt(sample, of: user)
            } catch {
                GatewayLoop.current?.readRelationsLater(of: user)
            }
        }
    }

    private func readRelationsLater(of user: UserID) {
        _ = loop.schedule(afterNanoseconds: Self.retryNanoseconds) { loop in
            guard let gatewayLoop = loop.attachment as? GatewayLoop,
                !gatewayLoop.subscriptions.sockets(of: user).isEmpty
            else { return }
            gatewayLoop.readRelations(of: user)
        }
    }
}
