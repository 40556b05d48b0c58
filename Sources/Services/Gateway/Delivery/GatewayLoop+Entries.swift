internal import Basics
internal import Contracts
internal import EventLoop
internal import Observability
internal import Protobuf
internal import WireProtocol

/// Entries: to whom they go, and how what was missed is made good. What is right to deliver, `ChatRoute` decides.
extension GatewayLoop {
    func deliver(_ appended: EntryAppended) {
        guard let entry = appended.entry else { return }
        let chat = ChatID(entry.chatID)
        switch subscriptions.routes[chat]?.received(appended) {
        case .deliver?: give(entry, of: chat, origin: appended.originSocket)
        case .wait(startsRepair: true)?: repair(chat)
        default: break
        }
    }

    /// The socket's own entry: on it the acceptance stands in the entry's place, in the order of the log.
    func accept(_ frame: ServerFrame, chat: ChatID, seq: UInt64, on session: Session) {
        switch subscriptions.routes[chat]?.accepts(frame, seq: seq, on: session.id) {
        case .hold(let startsRepair)?:
            if startsRepair { repair(chat) }
        case .write?, nil: session.accept(frame, of: chat)
        }
    }

    /// Encoded once for all receivers of this loop. The sending socket gets `message.accepted` in the entry's place.
    private func give(_ entry: Entry, of chat: ChatID, origin: UInt64) {
        guard let route = subscriptions.routes[chat] else { return }
        endTyping(with: entry, in: chat)
        let receivers = route.receivers
        var frame = EntryFrame(entry)
        let apart = receivers.filter { takesApart($0, entry, route, origin: origin) }
        if receivers.count >= Self.roomReceiversMin, frame.isShared {
            append(&frame, seq: entry.seq, to: chat, receivers, apart: apart)
        } else {
            let others = apart.isEmpty ? receivers : receivers.filter { !apart.contains($0) }
            for receiver in others { give(&frame, seq: entry.seq, of: chat, to: receiver) }
        }
        observe(entry, count: receivers.count - apart.count)
        finish(entry, of: chat)
    }

    /// Who does not get the entry as all others do: it is not for them, or their acceptance stands in its place.
    private func takesApart(
        _ receiver: ChatRoute.Receiver, _ entry: Entry, _ route: ChatRoute, origin: UInt64
    ) -> Bool {
        switch route.acceptance(of: entry.seq) {
        case .waiting(let waiting) where waiting.socket == receiver.socket:
            // Behind what its rooms have for it, in the order of the log.
            writeHeld(upTo: entry.seq, of: ChatID(entry.chatID), on: receiver.socket)
        case .written(receiver.socket): break
        default:
            guard receiver.socket.rawValue == origin || !receiver.receives(entry.seq) else { return false }
        }
        if let session = sessions[receiver.socket] { flush(ChatID(entry.chatID), on: session) }
        return true
    }

    private func give(_ frame: inout EntryFrame, seq: UInt64, of chat: ChatID, to receiver: ChatRoute.Receiver) {
        guard let session = sessions[receiver.socket] else { return }
        // A room that has become smaller, or an entry that each device gets with a key of its own.
        flush(chat, on: session)
        session.deliver(frame.bytes(for: receiver.device, receiver.codec), of: chat, seq...seq)
    }

    /// Who has written, or is gone, types no longer.
    private func endTyping(with entry: Entry, in chat: ChatID) {
        if entry.kind == .message { typingEnded(TypingTable.Key(chat: chat, user: UserID(entry.senderID))) }
        guard let member = entry.member, member.change == .left || member.change == .removed else { return }
        typingEnded(TypingTable.Key(chat: chat, user: UserID(member.userID)))
    }

    private func observe(_ entry: Entry, count: Int) {
        guard count > 0 else { return }
        gateway.metrics.deliveries.add(UInt64(count))
        guard let createdAt = entry.createdAt else { return }
        let milliseconds = gateway.clock.millisecondsSince1970() - createdAt.millisecondsSince1970
        gateway.metrics.deliverySeconds.observe(Double(milliseconds) / 1_000)
    }

    private func finish(_ entry: Entry, of chat: ChatID) {
        letGo(of: chat)
        admitNewcomers(of: chat)
        if entry.kind == .chat, entry.seq > 1, entry.name != nil { tellViews(of: chat) }
    }

    /// Those for whom the last entry was the last.
    func letGo(of chat: ChatID) {
        guard let leaving = subscriptions.routes[chat]?.delivered(), !leaving.isEmpty else { return }
        for receiver in leaving { sessions[receiver.socket].map { flush(chat, on: $0) } }
        subscriptions.forget(leaving.map(\.socket), of: chat)
    }

    /// Acceptances that stand for what has been passed.
    private func writeHeld(upTo seq: UInt64, of chat: ChatID, on socket: SocketID? = nil) {
        for held in subscriptions.routes[chat]?.takeHeld(upTo: seq, on: socket) ?? [] {
            sessions[held.socket]?.accept(held.frame, of: chat)
        }
    }

    // MARK: Newcomers

    /// - Parameter route: what the chat's route is if there is none yet.
    func admit(_ newcomer: ChatRoute.Newcomer, to chat: ChatID, route: @autoclosure () -> ChatRoute) {
        switch subscriptions.subscribe(newcomer, to: chat, route: route()) {
        case .admitted(let pulls): admitted(newcomer.socket, to: chat, pulls: pulls)
        case .waits(let startsRepair): if startsRepair { repair(chat) }
        }
    }

    private func admitted(_ socket: SocketID, to chat: ChatID, pulls: ClosedRange<UInt64>?) {
        if let session = sessions[socket] { batches[chat]?.skip(socket, session.codec) }
        if let pulls { tell(pulls, of: chat, on: socket) }
        if let lastSeq = subscriptions.routes[chat]?.lastSeq { writeHeld(upTo: lastSeq, of: chat, on: socket) }
    }

    private func tell(_ gap: ClosedRange<UInt64>, of chat: ChatID, on socket: SocketID) {
        guard let session = sessions[socket], session.isReady else { return }
        session.tell(SyncGap(chatID: chat.rawValue, fromSeq: gap.lowerBound, toSeq: gap.upperBound))
    }

    private func admitNewcomers(of chat: ChatID) {
        while let newcomers = subscriptions.routes[chat]?.takeNewcomers(), !newcomers.isEmpty {
            for newcomer in newcomers {
                guard let admission = subscriptions.routes[chat]?.admit(newcomer) else { return }
                switch admission {
                case .admitted(let pulls): admitted(newcomer.socket, to: chat, pulls: pulls)
                case .waits(let startsRepair): if startsRepair { repair(chat) }
                }
            }
        }
    }

    /// Those who are members no more: their client still has to know what they may see.
    private func turnAway(_ refused: [ChatRoute.RefusedNewcomer], from chat: ChatID) {
        for newcomer in refused {
            if let pulls = newcomer.pulls { tell(pulls, of: chat, on: newcomer.socket) }
            writeHeld(upTo: .max, of: chat, on: newcomer.socket)
        }
        if !refused.isEmpty { subscriptions.forget(refused.map(\.socket), of: chat) }
    }

    // MARK: Repair

    private static let retryNanosecondsMin: UInt64 = 100_000_000
    private static let retryNanosecondsMax: UInt64 = 2_000_000_000

    /// Reads the chat's state and goes on from there.
    func repair(_ chat: ChatID, retryNanoseconds: UInt64 = retryNanosecondsMin) {
        guard let route = subscriptions.routes[chat] else { return }
        gateway.metrics.repairs.add()
        let asked = route.users
        let request = GetChatStateRequest(
            chatID: chat.rawValue, afterSeq: route.lastSeq, limit: UInt32(gateway.limits.repairEntriesMax),
            userIDs: asked.map(\.rawValue))
        let communication = gateway.services.communication
        Task.immediate(executorPreference: loop.handle) {
            do throws(APIError) {
                let state = try await communication.getChatState(request, context: .ofGateway)
                GatewayLoop.current?.repaired(chat, with: state, asked: asked)
            } catch {
                GatewayLoop.current?.repairLater(chat, afterNanoseconds: retryNanoseconds)
            }
        }
    }

    private func repairLater(_ chat: ChatID, afterNanoseconds delay: UInt64) {
        _ = loop.schedule(afterNanoseconds: delay) { loop in
            (loop.attachment as? GatewayLoop)?.repair(
                chat, retryNanoseconds: min(2 * delay, Self.retryNanosecondsMax))
        }
    }

    private func repaired(_ chat: ChatID, with state: GetChatStateResponse, asked: Set<UserID>) {
        let before = subscriptions.routes[chat]?.receivers ?? []
        let waiting = before + (subscriptions.routes[chat]?.newcomers.map(\.receiver) ?? [])
        let inFlight = { [sessions] (entry: Entry) in
            waiting.contains { receiver in
                receiver.device.rawValue == entry.senderDeviceID && sessions[receiver.socket]?.waits(for: entry) == true
            }
        }
        guard let repair = subscriptions.routes[chat]?.repair(with: state, asked: asked, isInFlight: inFlight) else {
            return
        }
        forgetStrangers(before, of: chat)
        if let gap = repair.gap { skip(gap, of: chat) }
        for entry in repair.entries {
            subscriptions.routes[chat]?.next(entry)
            give(entry, of: chat, origin: 0)
        }
        subscriptions.routes[chat]?.endRepair(memberVersion: repair.memberVersion)
        letGo(of: chat)
        turnAway(repair.refused, from: chat)
        tellFarewells(of: chat)
        admitNewcomers(of: chat)
        for event in subscriptions.routes[chat]?.takeParked() ?? [] { deliver(event) }
        if let held = subscriptions.routes[chat]?.takeNextHeld() { sessions[held.socket]?.accept(held.frame, of: chat) }
        if subscriptions.routes[chat]?.resumeRepair() == true { self.repair(chat) }
    }

    /// Receivers whose users turned out to be no members.
    private func forgetStrangers(_ before: [ChatRoute.Receiver], of chat: ChatID) {
        let after = Set(subscriptions.routes[chat]?.receivers.map(\.socket) ?? [])
        let strangers = before.map(\.socket).filter { !after.contains($0) }
        if !strangers.isEmpty { subscriptions.forget(strangers, of: chat) }
    }

    private func skip(_ gap: ClosedRange<UInt64>, of chat: ChatID) {
        for skipped in subscriptions.routes[chat]?.skip(gap) ?? [] {
            tell(skipped.gap, of: chat, on: skipped.receiver.socket)
        }
        writeHeld(upTo: gap.upperBound, of: chat)
    }

    // MARK: Heads

    /// What was told again: whoever is behind has missed something.
    func deliver(_ heads: HeadsRepeated) {
        for state in heads.chats {
            let chat = ChatID(state.chatID)
            let isBehind = subscriptions.routes[chat]?.heard(
                lastSeq: state.lastSeq, memberVersion: state.memberVersion)
            if isBehind == true { repair(chat) }
        }
        for inbox in heads.inboxes { heard(inboxSeq: inbox.inboxSeq, of: UserID(inbox.userID)) }
    }
}
