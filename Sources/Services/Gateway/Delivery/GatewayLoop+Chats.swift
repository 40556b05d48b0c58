internal import Basics
internal import Contracts
internal import EventLoop
internal import WireProtocol

/// A user's chat list: what joins it, leaves it, or is called otherwise.
extension GatewayLoop {
    func deliver(_ appended: InboxAppended) {
        for item in appended.items {
            guard let chat = item.chat else { continue }
            let user = UserID(item.userID)
            guard !subscriptions.sockets(of: user).isEmpty else { continue }
            // Before the first sample nothing is known, and the sample will know of this.
            let known = inboxSeqs[user] ?? item.inboxSeq - 1
            if item.inboxSeq <= known { continue }
            if item.inboxSeq == known + 1 {
                if inboxSeqs[user] != nil { inboxSeqs[user] = item.inboxSeq }
                update(chat, of: user, isLive: true)
            } else {
                heard(inboxSeq: item.inboxSeq, of: user)
            }
        }
    }

    /// An inbox stands further than this loop knows: what was missed is read.
    func heard(inboxSeq: UInt64, of user: UserID) {
        guard let known = inboxSeqs[user], inboxSeq > known, readingInboxes.insert(user).inserted else { return }
        readInbox(of: user, after: known)
    }

    private static let retryNanoseconds: UInt64 = 500_000_000

    private func readInbox(of user: UserID, after known: UInt64) {
        let communication = gateway.services.communication
        Task.immediate(executorPreference: loop.handle) {
            do throws(APIError) {
                let inbox = try await communication.getInbox(
                    GetInboxRequest(afterSeq: known), context: .ofGateway(for: user))
                GatewayLoop.current?.read(inbox, of: user)
            } catch {
                GatewayLoop.current?.readInboxLater(of: user)
            }
        }
    }

    private func readInboxLater(of user: UserID) {
        _ = loop.schedule(afterNanoseconds: Self.retryNanoseconds) { loop in
            guard let gatewayLoop = loop.attachment as? GatewayLoop else { return }
            guard let known = gatewayLoop.inboxSeqs[user] else {
                gatewayLoop.readingInboxes.remove(user)
                return
            }
            gatewayLoop.readInbox(of: user, after: known)
        }
    }

    private func read(_ inbox: GetInboxResponse, of user: UserID) {
        readingInboxes.remove(user)
        guard let known = inboxSeqs[user], inbox.inboxSeq > known else { return }
        inboxSeqs[user] = inbox.inboxSeq
        for chat in inbox.updated { update(chat, of: user, isLive: false) }
    }

    /// - Parameter isLive: the chat is told with the entry that is its last one there, which comes as an event; else it
    ///   is as it is now.
    private func update(_ chat: Chat, of user: UserID, isLive: Bool) {
        let id = ChatID(chat.id)
        if let leftSeq = chat.leftSeq { return end(id, of: user, at: leftSeq, view: chat) }
        let before = isLive ? chat.lastSeq - 1 : chat.lastSeq
        // Entries that the user still gets come first: among them may be the end of the membership before this one.
        let isEarly = subscriptions.routes[id]?.isBehind(before, for: user) ?? false
        if isEarly { farewells[id, default: []].append((user, chat)) } else { tell(chat, to: user) }
        let route = ChatRoute(
            lastSeq: before, memberVersion: isLive ? nil : chat.memberVersion,
            parkedMax: gateway.limits.parkedEventsMax)
        for socket in subscriptions.sockets(of: user) {
            guard let session = sessions[socket], let caller = session.caller else { continue }
            let receiver = ChatRoute.Receiver(
                socket: socket, user: user, device: caller.deviceID, codec: session.codec, fromSeq: before + 1)
            let newcomer = ChatRoute.Newcomer(
                receiver: receiver, seenSeq: chat.lastSeq, seenVersion: chat.memberVersion)
            admit(newcomer, to: id, route: route)
            if let peer = chat.peerID { watch(UserID(peer), from: session, as: .directChat) }
        }
        if isEarly, subscriptions.routes[id]?.beginRepair() == true { repair(id) }
    }

    /// At once, unless the end of an earlier membership is still to be told.
    private func tell(_ view: Chat, to user: UserID) {
        let chat = ChatID(view.id)
        guard farewells[chat]?.contains(where: { $0.user == user }) != true else {
            farewells[chat]?.append((user, view))
            return
        }
        write(view, to: user)
    }

    private func write(_ view: Chat, to user: UserID) {
        for socket in subscriptions.sockets(of: user) {
            guard let session = sessions[socket], session.isReady else { continue }
            session.tellMissed(ChatID(view.id))
            session.write(.chatUpdated(ChatUpdated(chat: view)), replyTo: nil)
        }
    }

    /// The entry of the removal is the last that the user's sockets get; the chat's end is told after it.
    private func end(_ chat: ChatID, of user: UserID, at leftSeq: UInt64, view: Chat) {
        let startsRepair = subscriptions.routes[chat]?.end(user, at: leftSeq) ?? false
        farewells[chat, default: []].append((user, view))
        letGo(of: chat)
        if startsRepair { return repair(chat) }
        if subscriptions.routes[chat]?.isRepairing != true { tellFarewells(of: chat) }
    }

    func tellFarewells(of chat: ChatID) {
        for (user, view) in farewells.removeValue(forKey: chat) ?? [] { write(view, to: user) }
    }

    /// The chat has another name: every member's own view of it is read, and told.
    func tellViews(of chat: ChatID) {
        guard let users = subscriptions.routes[chat]?.receivers.map(\.user), !users.isEmpty else { return }
        let request = GetChatViewsRequest(chatID: chat.rawValue, userIDs: Set(users).map(\.rawValue))
        let communication = gateway.services.communication
        Task.immediate(executorPreference: loop.handle) {
            // Best effort: the entry itself has the name, and every list of chats.
            guard let views = try? await communication.getChatViews(request, context: .ofGateway) else { return }
            GatewayLoop.current?.tell(views)
        }
    }

    private func tell(_ answer: GetChatViewsResponse) {
        for view in answer.views {
            if let chat = view.chat { tell(chat, to: UserID(view.userID)) }
        }
    }
}

extension CallContext {
    /// Of what a gateway asks for itself.
    static let ofGateway = CallContext(caller: nil, requestID: "gateway")

    /// Of what a gateway asks in the name of somebody who is connected.
    static func ofGateway(for user: UserID) -> CallContext {
        CallContext(
            caller: Caller(userID: user, deviceID: DeviceID(0), sessionID: SessionID(0)), requestID: "gateway")
    }
}
