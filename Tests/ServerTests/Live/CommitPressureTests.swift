import Testing
import WireProtocol

extension WholeServerTests {
    @Suite("Commit pressure")
    struct CommitPressureTests {
        private func pressure(_ isHigh: Bool, on server: WholeServer) {
            server.bus.publish(Event(body: .commitPressureChanged(CommitPressureChanged(isHigh: isHigh))))
        }

        @Test("a publisher is not read while the queue is long, everybody else is; then all is answered in order")
        func publishers() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob)
                let idle = try await stage.ada.person.connect()
                let publisher = stage.ada.socket
                server.log.commands.hold()
                pressure(true, on: server)
                let first = publisher.send("first", in: chat)
                try await server.log.commands.held(1)
                let second = publisher.send("second", in: chat)
                let ping = publisher.send(.ping(Ping()))
                await publisher.flush()
                // The idle socket has the same loop, and its pings come later.
                for _ in 1...3 { try await idle.settle() }
                try await stage.bob.socket.settle()
                #expect(server.log.commands.heldCount == 1)
                #expect(!publisher.received.now.frames.contains { $0.replyTo == ping })
                pressure(false, on: server)
                guard case .pong = try await publisher.answer(to: ping) else { throw DidNotAnswer() }
                try await server.log.commands.held(2)
                server.log.commands.release()
                let (one, two) = (try await publisher.accepted(first), try await publisher.accepted(second))
                #expect(two.seq == one.seq + 1)
                stage.expectOrder()
            }
        }

        @Test("who writes into a room that mostly lags is slowed to one message at a time, who writes elsewhere is not")
        func congestion() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let room = try await stage.group(with: stage.bob)
                let quiet = try await stage.group(with: stage.eve)
                let other = try await stage.ada.person.connect()
                server.bus.publish(Event(body: .roomCongested(RoomCongested(chatID: room))))
                for socket in [stage.ada.socket, other] { try await socket.settle() }
                server.log.commands.hold()
                let first = stage.ada.socket.send("first", in: room)
                try await server.log.commands.held(1)
                let second = stage.ada.socket.send("second", in: room)
                await stage.ada.socket.flush()
                let elsewhere = [other.send("one", in: quiet), other.send("two", in: quiet)]
                try await server.log.commands.held(3)
                try await other.settle()
                #expect(server.log.commands.heldCount == 3)
                server.log.commands.release()
                let (one, two) = (
                    try await stage.ada.socket.accepted(first), try await stage.ada.socket.accepted(second)
                )
                #expect(two.seq == one.seq + 1)
                for id in elsewhere { _ = try await other.accepted(id) }
                stage.expectOrder()
            }
        }

        @Test("a publisher whose commands are answered goes on, even if the end of the pressure gets lost")
        func lostEnd() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob)
                pressure(true, on: server)
                let ids = (1...40).map { stage.ada.socket.send("\($0)", in: chat) }
                var seqs: [UInt64] = []
                for id in ids { seqs.append(try await stage.ada.socket.accepted(id).seq) }
                #expect(seqs == Array(2...41))
                try await stage.ada.socket.settle()
            }
        }
    }
}
