internal import Basics
internal import Contracts
internal import EventLoop
internal import WireProtocol

/// Large chats: what one of them gets in a tick leaves in one piece. On each socket everything stands in the order in
/// which it was written all the same.
extension GatewayLoop: FlushTarget {
    /// From this many receivers on one loop on, a chat is a room. In smaller ones there is nothing to be gained.
    static let roomReceiversMin = 16

    func flush(_ loop: EventLoop) {
        let rooms = batches
        batches = [:]
        for (chat, batch) in rooms { leave(batch, of: chat) }
    }

    private func leave(_ batch: RoomBatch, of chat: ChatID) {
        var batch = batch
        var lagging = 0
        let receivers = subscriptions.routes[chat]?.receivers ?? []
        for receiver in receivers {
            guard let part = batch.take(for: receiver.socket, receiver.codec) else { continue }
            guard let session = sessions[receiver.socket] else { continue }
            session.deliver(part.bytes, of: chat, part.seqs)
            if session.isLagging { lagging += 1 }
        }
        guard congestion.isDue(chat, lagging: lagging, of: receivers.count, now: loop.now) else { return }
        gateway.services.bus.publish(Event(body: .roomCongested(RoomCongested(chatID: chat.rawValue))))
    }

    /// Whether those who write into the chat are slowed.
    func isCongested(_ chat: ChatID) -> Bool { congestion.isCongested(chat, now: loop.now) }

    /// Appends an entry that is the same for all.
    ///
    /// - Parameter apart: those who do not get it from the room.
    func append(
        _ frame: inout EntryFrame, seq: UInt64, to chat: ChatID, _ receivers: [ChatRoute.Receiver],
        apart: [ChatRoute.Receiver]
    ) {
        if batches.isEmpty { loop.markDirty(self) }
        var batch = batches[chat] ?? RoomBatch(firstSeq: seq)
        batch.append(
            &frame, seq: seq, json: receivers.contains { $0.codec == .json },
            protobuf: receivers.contains { $0.codec == .protobuf })
        for receiver in apart { batch.skip(receiver.socket, receiver.codec) }
        batches[chat] = batch
    }

    /// What a socket's rooms have for it leaves before anything that is written to it now.
    func flushRooms(of session: Session) {
        guard !batches.isEmpty else { return }
        for chat in Array(batches.keys) where subscriptions.isSubscribed(session.id, to: chat) {
            flush(chat, on: session)
        }
    }

    func flush(_ chat: ChatID, on session: Session) {
        guard let part = batches[chat]?.take(for: session.id, session.codec) else { return }
        session.deliver(part.bytes, of: chat, part.seqs)
    }
}
