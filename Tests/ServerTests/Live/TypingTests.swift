import Testing
import WireProtocol

extension WholeServerTests {
    @Suite("Typing over two loops")
    struct TypingTests {
        @Test("the others see it begin and end once, the typist's own devices and strangers see nothing")
        func startAndStop() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob)
                let laptop = try await stage.ada.person.onAnotherDevice(loop: 1).connect()
                let typing = TypingCommand(chatID: chat)
                // Eve is no member: nobody hears of it.
                stage.eve.socket.send(.typingStart(typing))
                try await stage.eve.socket.settle()
                for payload in [ClientFrame.Payload.typingStart(typing), .typingStart(typing), .typingStop(typing)] {
                    stage.ada.socket.send(payload)
                }
                // Once these have been taken every loop has been told, and it is not the time that ends it.
                for socket in [stage.ada.socket, laptop, stage.bob.socket] { try await socket.settle() }
                let seen = stage.bob.socket.received.now.typing(in: chat)
                #expect(seen == [stage.typing(chat, true), stage.typing(chat, false)])
                try await stage.expectMessage(in: chat, for: [stage.bob])
                #expect(stage.bob.socket.received.now.typing(in: chat).count == 2)
                for socket in [laptop, stage.ada.socket, stage.eve.socket] {
                    #expect(socket.received.now.typing(in: chat) == [])
                }
            }
        }

        @Test("a message ends it before it is there itself")
        func message() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob)
                stage.ada.socket.send(.typingStart(TypingCommand(chatID: chat)))
                _ = try await stage.bob.socket.untilTyping(in: chat, count: 1)
                let accepted = try await stage.ada.socket.say("done", in: chat)
                _ = try await stage.bob.socket.untilEntry(accepted.seq, of: chat)
                let received = stage.bob.socket.received.now
                #expect(received.typing(in: chat).map(\.active) == [true, false])
                let end = received.position {
                    if case .typingIndicator(let typing) = $0 { !typing.active } else { false }
                }
                #expect(try #require(end) < (try #require(received.position(ofEntry: accepted.seq, in: chat))))
            }
        }

        @Test("who is removed while typing types no more")
        func removed() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob, stage.eve)
                stage.eve.socket.send(.typingStart(TypingCommand(chatID: chat)))
                for role in [stage.ada, stage.bob] { _ = try await role.socket.untilTyping(in: chat, count: 1) }
                try await stage.ada.person.remove(stage.eve.person, from: chat)
                let removal = try await stage.lastSeq(of: chat)
                for role in [stage.ada, stage.bob] {
                    _ = try await role.socket.untilEntry(removal, of: chat)
                    // What the removal brings about comes with it, and not when the time is over.
                    try await role.socket.settle()
                    let seen = role.socket.received.now.typing(in: chat)
                    #expect(seen.map(\.active) == [true, false])
                    #expect(seen.allSatisfy { $0.userID == stage.eve.person.id })
                }
            }
        }

        @Test("when the end of it is lost it ends by itself")
        func expiry() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob)
                let lost = server.bus.loseNext { event in
                    if case .typingChanged(let typing)? = event.body { !typing.isActive } else { false }
                }
                stage.ada.socket.send(.typingStart(TypingCommand(chatID: chat)))
                stage.ada.socket.send(.typingStop(TypingCommand(chatID: chat)))
                try await lost.all()
                let seen = try await stage.bob.socket.untilTyping(in: chat, count: 2)
                #expect(seen == [stage.typing(chat, true), stage.typing(chat, false)])
            }
        }
    }
}

extension Stage {
    fileprivate func typing(_ chat: UInt64, _ active: Bool) -> TypingIndicator {
        TypingIndicator(chatID: chat, userID: ada.person.id, active: active)
    }
}

extension Received {
    fileprivate func typing(in chat: UInt64) -> [TypingIndicator] {
        frames.compactMap { frame in
            guard case .typingIndicator(let typing)? = frame.payload, typing.chatID == chat else { return nil }
            return typing
        }
    }
}

extension TestSocket {
    fileprivate func untilTyping(in chat: UInt64, count: Int) async throws -> [TypingIndicator] {
        try await until("\(count) typing indicators") { received in
            let all = received.typing(in: chat)
            return all.count >= count ? all : nil
        }
    }
}
