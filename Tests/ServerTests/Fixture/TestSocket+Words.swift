import WireProtocol

/// What sockets say and hear, in the words of the tests.
extension TestSocket {
    /// Sends a message without waiting for its answer.
    @discardableResult
    func send(_ text: String, in chat: UInt64) -> String {
        send(
            .messageSend(
                SendMessageRequest(
                    chatID: chat, clientID: TestPerson.newClientID(), content: Content(text: text))))
    }

    /// Sends a message and waits until it is accepted.
    @discardableResult
    func say(_ text: String, in chat: UInt64) async throws -> MessageAccepted {
        try await accepted(send(text, in: chat))
    }

    /// The acceptance that answers a frame.
    func accepted(_ id: String) async throws -> MessageAccepted {
        switch try await answer(to: id) {
        case .messageAccepted(let accepted): return accepted
        case .error(let error): throw Refused(status: error.code.httpStatus, error: error)
        default: throw DidNotAnswer()
        }
    }

    func untilEntry(_ seq: UInt64, of chat: UInt64, seconds: Int = Patience.seconds) async throws -> Entry {
        try await until("entry \(seq) of chat \(chat)", seconds: seconds) { received in
            received.entries(of: chat).first { $0.seq == seq }
        }
    }

    /// Waits for the chat as its owner is told of it.
    func untilUpdate(
        of chat: UInt64, seconds: Int = Patience.seconds,
        where isWanted: @escaping @Sendable (Chat) -> Bool = { _ in true }
    ) async throws -> Chat {
        try await until("chat.updated of \(chat)", seconds: seconds) { received in
            received.updates(of: chat).first(where: isWanted)
        }
    }

    func live(in chat: UInt64) -> [UInt64] { received.now.live(in: chat) }
}
