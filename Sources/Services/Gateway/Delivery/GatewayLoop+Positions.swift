internal import Basics
internal import WireProtocol

/// Receipts: of others where the chat is small enough, always of one's own devices.
extension GatewayLoop {
    func deliver(_ moved: PositionsMoved) {
        for position in moved.positions { deliver(position) }
    }

    private func deliver(_ position: PositionMoved) {
        guard let receivers = subscriptions.routes[ChatID(position.chatID)]?.receivers else { return }
        if let seq = position.deliveredSeq {
            send(.messageDelivered(Self.notice(position, seq)), position, receivers, isShared: position.isShared)
        }
        if let seq = position.readSeq {
            let isShared = position.isShared && !position.isReadHidden
            send(.messageRead(Self.notice(position, seq)), position, receivers, isShared: isShared)
        }
    }

    private static func notice(_ position: PositionMoved, _ seq: UInt64) -> PositionNotice {
        PositionNotice(chatID: position.chatID, userID: position.userID, seq: seq, at: position.at)
    }

    private func send(
        _ payload: ServerFrame.Payload, _ position: PositionMoved, _ receivers: [ChatRoute.Receiver], isShared: Bool
    ) {
        var frame = SharedFrame(payload)
        for receiver in receivers where isShared || receiver.user.rawValue == position.userID {
            guard let session = sessions[receiver.socket], session.isReady else { continue }
            session.deliver(frame.bytes(session.codec))
        }
    }
}
