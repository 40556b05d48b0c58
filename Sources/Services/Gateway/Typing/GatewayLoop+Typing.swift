internal import Basics
internal import Contracts
internal import EventLoop
internal import WireProtocol

/// Who is typing: told over the bus, kept in no store.
extension GatewayLoop {
    /// A socket says that its user types, or has stopped. Only members are heard, who want others to know.
    func typing(_ isActive: Bool, in chat: ChatID, by session: Session) {
        guard let receiver = subscriptions.routes[chat]?.receiver(session.id), receiver.leftSeq == nil,
            relations[receiver.user]?.privacy.typing == true
        else { return }
        let key = TypingTable.Key(chat: chat, user: receiver.user)
        // Somebody who goes on typing is announced again only when others would soon think that it is over. An end is
        // always told: the beginning may still be on its way to this loop.
        guard !isActive || typing.isDue(key, now: loop.now) else { return }
        let changed = TypingChanged(
            chatID: chat.rawValue, userID: receiver.user.rawValue, isActive: isActive,
            originSocket: session.id.rawValue)
        gateway.services.bus.publish(Event(body: .typingChanged(changed)))
    }

    func deliver(_ changed: TypingChanged) {
        let key = TypingTable.Key(chat: ChatID(changed.chatID), user: UserID(changed.userID))
        guard changed.isActive else { return typingEnded(key) }
        guard subscriptions.routes[key.chat] != nil else { return }
        if typing.start(key, now: loop.now) { indicate(key, isActive: true) }
        scheduleTypingExpiry()
    }

    func typingEnded(_ key: TypingTable.Key) {
        if typing.stop(key) { indicate(key, isActive: false) }
    }

    private func scheduleTypingExpiry() {
        guard typingTimer == nil, let deadline = typing.nextDeadline else { return }
        let delay = deadline - min(deadline, loop.now)
        typingTimer = loop.schedule(afterNanoseconds: delay) { loop in
            (loop.attachment as? GatewayLoop)?.expireTyping()
        }
    }

    private func expireTyping() {
        typingTimer = nil
        for key in typing.expire(now: loop.now) { indicate(key, isActive: false) }
        scheduleTypingExpiry()
    }

    private func indicate(_ key: TypingTable.Key, isActive: Bool) {
        guard let receivers = subscriptions.routes[key.chat]?.receivers else { return }
        let indicator = TypingIndicator(chatID: key.chat.rawValue, userID: key.user.rawValue, active: isActive)
        var frame = SharedFrame(.typingIndicator(indicator))
        for receiver in receivers where receiver.user != key.user {
            guard let session = sessions[receiver.socket], session.takesTransients,
                relations[receiver.user]?.blocked.contains(key.user) == false
            else { continue }
            session.deliver(frame.bytes(session.codec))
        }
    }
}
