import Basics
import Testing
import WireProtocol

extension WholeServerTests {
    @Suite("Positions over two loops")
    struct PositionTests {
        @Test("what one device has read, the person's other devices and the other members hear of")
        func read() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let laptop = try await stage.bob.person.onAnotherDevice(loop: 0).connect()
                let chat = try await stage.group(with: stage.bob)
                let entry = try await stage.ada.socket.say("read this", in: chat)
                _ = try await stage.bob.socket.untilEntry(entry.seq, of: chat)
                let report = PositionReport(chatID: chat, seq: entry.seq)
                try await self.report(.messageDelivered(report), from: stage.bob.socket, server)
                for socket in [laptop, stage.ada.socket] {
                    _ = try await socket.untilPosition(in: chat) { $0.delivered == entry.seq }
                }
                #expect(stage.ada.socket.received.now.position(in: chat, of: stage.bob.person.id).read == 0)
                try await self.report(.messageRead(report), from: stage.bob.socket, server)
                for socket in [laptop, stage.ada.socket] {
                    let seen = try await socket.untilPosition(in: chat) { $0.read == entry.seq }
                    #expect(seen.users == [stage.bob.person.id])
                }
                // Nobody is told how far the author of a message is.
                await server.storePositions()
                let status: GetMessageStatusResponse = try await stage.ada.person.call(
                    "GET", "/v1/messages/\(entry.messageID)/status")
                #expect(status.members.map(\.userID) == [stage.bob.person.id])
                #expect(status.members.allSatisfy { $0.read && $0.delivered && $0.readAt != nil })
                #expect(try await stage.bob.person.chat(chat).unreadCount == 0)
            }
        }

        @Test("positions do not go back, and not beyond the log")
        func refused() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob)
                let first = try await stage.ada.socket.say("one", in: chat).seq
                let last = try await stage.ada.socket.say("two", in: chat).seq
                let bob = stage.bob.socket
                _ = try await bob.untilEntry(last, of: chat)
                for seq in [last + 1_000, last, first] {
                    try await report(.messageRead(PositionReport(chatID: chat, seq: seq)), from: bob, server)
                }
                _ = try await stage.ada.socket.untilPosition(in: chat) { $0.read > 0 }
                try await stage.expectMessage(in: chat, for: [stage.bob])
                #expect(stage.ada.socket.received.now.reads(in: chat).map(\.seq) == [last])
            }
        }

        @Test("in a chat with more members than receipts are sent to, only one's own devices hear of it")
        func large() async throws {
            var limits = Limits()
            limits.receiptMembersMax = 2
            try await WholeServer.run(limits: limits) { server in
                let stage = try await Stage(server)
                let laptop = try await stage.bob.person.onAnotherDevice(loop: 0).connect()
                let chat = try await stage.group(with: stage.bob, stage.eve)
                let entry = try await stage.ada.socket.say("read this", in: chat)
                let read = PositionReport(chatID: chat, seq: entry.seq)
                try await report(.messageRead(read), from: stage.bob.socket, server)
                _ = try await laptop.untilPosition(in: chat) { $0.read == entry.seq }
                try await stage.expectMessage(in: chat, for: [stage.bob, stage.eve])
                for role in [stage.ada, stage.eve] {
                    try await role.socket.settle()
                    #expect(role.socket.received.now.reads(in: chat) == [])
                }
            }
        }

        /// Reports from a socket and has the server announce it.
        private func report(_ payload: ClientFrame.Payload, from socket: TestSocket, _ server: WholeServer) async throws
        {
            socket.send(payload)
            // Frames of one socket are taken in order: after the pong the report has been collected.
            try await socket.settle()
            await server.announcePositions()
        }
    }
}

/// What a socket has heard of positions in a chat.
private struct SeenPosition: Sendable {
    var delivered: UInt64 = 0
    var read: UInt64 = 0
    var users: Set<UInt64> = []
}

extension Received {
    fileprivate func reads(in chat: UInt64) -> [PositionNotice] {
        frames.compactMap { frame in
            guard case .messageRead(let notice)? = frame.payload, notice.chatID == chat else { return nil }
            return notice
        }
    }

    fileprivate func position(in chat: UInt64, of user: UInt64? = nil) -> SeenPosition {
        var seen = SeenPosition()
        for frame in frames {
            switch frame.payload {
            case .messageRead(let notice) where notice.chatID == chat && notice.userID == user ?? notice.userID:
                seen.read = max(seen.read, notice.seq)
                seen.users.insert(notice.userID)
            case .messageDelivered(let notice) where notice.chatID == chat && notice.userID == user ?? notice.userID:
                seen.delivered = max(seen.delivered, notice.seq)
                seen.users.insert(notice.userID)
            default: break
            }
        }
        return seen
    }
}

extension TestSocket {
    fileprivate func untilPosition(
        in chat: UInt64, where isWanted: @escaping @Sendable (SeenPosition) -> Bool
    ) async throws -> SeenPosition {
        try await until("position in \(chat)") { received in
            let seen = received.position(in: chat)
            return isWanted(seen) ? seen : nil
        }
    }
}
