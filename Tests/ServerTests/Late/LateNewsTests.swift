import Testing
import WireProtocol

extension WholeServerTests {
    /// What a gateway is told was true once and is no longer when it arrives. Bob's socket keeps the chat on Eve's loop
    /// going meanwhile.
    @Suite("News come late")
    struct LateNewsTests {
        /// Eve knows of every one of these entries: it came, or she was told to pull it.
        private func expectEveKnows(
            _ stage: Stage, _ chat: UInt64, from first: UInt64, to last: UInt64
        ) async throws {
            let wanted = Array(first...last)
            _ = try await stage.eve.socket.until("entries up to \(last)") {
                "without \($0.missing(wanted, of: chat)); \($0.summary)"
            } _: { received in
                received.missing(wanted, of: chat).isEmpty ? () : nil
            }
        }

        /// Eve has not got any of what was said after she had gone.
        private func expectNoSecret(_ stage: Stage, sourceLocation: SourceLocation = #_sourceLocation) async throws {
            try await stage.eve.socket.settle()
            #expect(
                !stage.eve.socket.received.now.texts.contains { $0.contains("secret") }, sourceLocation: sourceLocation)
        }

        @Test("an invitation that comes after more was said: nothing of it is missing")
        func invitation() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob)
                let late = server.bus.loseNext { $0.isInboxItem(of: stage.eve.person.id) }
                try await stage.ada.person.add(stage.eve.person, to: chat)
                let joined = try await stage.lastSeq(of: chat)
                let last = try await stage.ada.socket.say("said meanwhile", in: chat).seq
                _ = try await stage.bob.socket.untilEntry(last, of: chat)
                for event in try await late.all() { server.bus.publish(event) }
                try await expectEveKnows(stage, chat, from: joined, to: last)
                try await stage.expectMessage(in: chat, for: [stage.bob, stage.eve])
            }
        }

        @Test("an invitation that comes after the removal: nobody is let in")
        func staleInvitation() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob)
                let late = server.bus.loseNext(2) { $0.isInboxItem(of: stage.eve.person.id) }
                try await stage.ada.person.add(stage.eve.person, to: chat)
                try await stage.ada.person.remove(stage.eve.person, from: chat)
                let removal = try await stage.lastSeq(of: chat)
                _ = try await stage.bob.socket.untilEntry(removal, of: chat)
                let items = try await late.all()
                server.bus.publish(items[0])
                let secret = try await stage.ada.socket.say("secret", in: chat).seq
                _ = try await stage.bob.socket.untilEntry(secret, of: chat)
                try await expectNoSecret(stage)
                server.bus.publish(items[1])
                let left = try await stage.eve.socket.untilUpdate(of: chat) { $0.leftSeq != nil }
                #expect(left.leftSeq == removal)
                try await stage.ada.socket.say("another secret", in: chat)
                try await expectNoSecret(stage)
                #expect(stage.eve.socket.live(in: chat).allSatisfy { $0 <= removal })
                stage.expectOrder()
            }
        }

        @Test("the inbox is read, and more is said before the answer is there: nothing of it is missing")
        func inbox() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob)
                let lost = server.bus.loseNext { $0.isInboxItem(of: stage.eve.person.id) }
                try await stage.ada.person.add(stage.eve.person, to: chat)
                try await lost.all()
                let joined = try await stage.lastSeq(of: chat)
                server.directory.inboxes.hold()
                try await server.repeatHeads()
                try await server.directory.inboxes.held(1)
                let last = try await stage.ada.socket.say("said meanwhile", in: chat).seq
                _ = try await stage.bob.socket.untilEntry(last, of: chat)
                server.directory.inboxes.release()
                try await expectEveKnows(stage, chat, from: joined, to: last)
                try await stage.expectMessage(in: chat, for: [stage.bob, stage.eve])
            }
        }

        @Test("the inbox is read, and one is removed before the answer is there: nobody is let in")
        func staleInbox() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob)
                let lost = server.bus.loseNext(2) { $0.isInboxItem(of: stage.eve.person.id) }
                try await stage.ada.person.add(stage.eve.person, to: chat)
                server.directory.inboxes.hold()
                try await server.repeatHeads()
                try await server.directory.inboxes.held(1)
                try await stage.ada.person.remove(stage.eve.person, from: chat)
                try await lost.all()
                let removal = try await stage.lastSeq(of: chat)
                _ = try await stage.bob.socket.untilEntry(removal, of: chat)
                server.directory.inboxes.release()
                _ = try await stage.eve.socket.untilUpdate(of: chat)
                let secret = try await stage.ada.socket.say("secret", in: chat).seq
                _ = try await stage.bob.socket.untilEntry(secret, of: chat)
                try await expectNoSecret(stage)
                try await server.repeatHeads()
                let left = try await stage.eve.socket.untilUpdate(of: chat) { $0.leftSeq != nil }
                #expect(left.leftSeq == removal)
                try await expectNoSecret(stage)
                stage.expectOrder()
            }
        }

        @Test("somebody connects and is removed before the sample is there: nothing that follows is given to them")
        func staleSubscriptions() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob, stage.eve)
                let laptop = try await stage.eve.person.onAnotherDevice(loop: 1)
                server.directory.subscriptions.hold()
                async let connecting = laptop.connect()
                try await server.directory.subscriptions.held(1)
                try await stage.ada.person.remove(stage.eve.person, from: chat)
                let removal = try await stage.lastSeq(of: chat)
                _ = try await stage.bob.socket.untilEntry(removal, of: chat)
                _ = try await stage.eve.socket.untilUpdate(of: chat) { $0.leftSeq == removal }
                server.directory.subscriptions.release()
                let socket = try await connecting
                let secret = try await stage.ada.socket.say("secret", in: chat).seq
                _ = try await stage.bob.socket.untilEntry(secret, of: chat)
                try await socket.settle()
                #expect(!socket.received.now.texts.contains { $0.contains("secret") })
                #expect(socket.violations == [])
            }
        }

        @Test("somebody connects, and more is said before the sample is there: nothing of it is missing")
        func subscriptions() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob, stage.eve)
                let laptop = try await stage.eve.person.onAnotherDevice(loop: 1)
                server.directory.subscriptions.hold()
                async let connecting = laptop.connect()
                try await server.directory.subscriptions.held(1)
                let last = try await stage.ada.socket.say("said meanwhile", in: chat).seq
                _ = try await stage.bob.socket.untilEntry(last, of: chat)
                server.directory.subscriptions.release()
                let socket = try await connecting
                let next = try await stage.ada.socket.say("and on", in: chat).seq
                _ = try await socket.untilEntry(next, of: chat)
                #expect(socket.received.now.missing(Array(1...next), of: chat) == [])
                #expect(socket.violations == [])
            }
        }

        @Test(
            "a chat is looked at, and one is removed before the answer is there: nothing that follows is given to them")
        func staleState() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob, stage.eve)
                let lost = server.bus.loseNext { $0.isEntry(of: chat, .message) }
                try await stage.ada.socket.say("lost", in: chat)
                try await lost.all()
                server.log.states.hold()
                try await server.repeatHeads()
                try await server.log.states.held(WholeServer.loopCount)
                try await stage.ada.person.remove(stage.eve.person, from: chat)
                let removal = try await stage.lastSeq(of: chat)
                let secret = try await stage.ada.person.say("secret", in: chat).seq
                server.log.states.release()
                _ = try await stage.bob.socket.untilEntry(secret, of: chat)
                _ = try await stage.eve.socket.untilUpdate(of: chat) { $0.leftSeq == removal }
                try await expectNoSecret(stage)
                #expect(stage.eve.socket.live(in: chat) == Array(1...removal))
                #expect(stage.bob.socket.live(in: chat) == Array(1...secret))
                stage.expectOrder()
            }
        }
    }
}
