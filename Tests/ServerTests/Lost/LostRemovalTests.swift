import Testing
import WireProtocol

extension WholeServerTests {
    /// A gateway has not heard of a removal while the chat goes on: nothing that follows may reach who was removed.
    @Suite("A removal is lost in the middle")
    struct LostRemovalTests {
        enum Lost: String, CaseIterable, Sendable {
            case entry, item, both
        }

        @Test(
            "who was removed gets the removal and nothing after it, all others get everything", arguments: Lost.allCases
        )
        func removal(_ lost: Lost) async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let (ada, bob, eve) = (stage.ada, stage.bob, stage.eve)
                let chat = try await stage.group(with: bob, eve)
                let item = lost == .entry ? nil : server.bus.loseNext { $0.isInboxItem(of: eve.person.id) }
                let entry = lost == .item ? nil : server.bus.loseNext { $0.isMember(.removed, of: eve.person.id) }
                try await ada.person.remove(eve.person, from: chat)
                // Without waiting for anything to be made good: the gap shows with the next event.
                var last: UInt64 = 0
                for number in 1...20 { last = try await ada.socket.say("secret \(number)", in: chat).seq }
                try await item?.all()
                try await entry?.all()
                _ = try await bob.socket.untilEntry(last, of: chat)
                try await server.repeatHeads()
                let left = try await eve.socket.untilUpdate(of: chat) { $0.leftSeq != nil }
                let removal = try #require(left.leftSeq)
                _ = try await eve.socket.untilEntry(removal, of: chat)
                try await stage.expectMessage(in: chat, for: [bob])
                #expect(eve.socket.live(in: chat) == Array(1...removal))
                #expect(bob.socket.live(in: chat) == Array(1...(last + 1)))
                #expect(!eve.socket.received.now.texts.contains { $0.contains("secret") })
            }
        }

        @Test("who was removed and is back hears everything from the own return on")
        func rejoin() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let (ada, bob, eve) = (stage.ada, stage.bob, stage.eve)
                let chat = try await stage.group(with: bob, eve)
                let lost = server.bus.loseNext(4) { event in
                    event.isInboxItem(of: eve.person.id) || event.entryAppended?.member?.userID == eve.person.id
                }
                try await ada.person.remove(eve.person, from: chat)
                try await ada.person.add(eve.person, to: chat)
                try await lost.all()
                let back = try await stage.lastSeq(of: chat)
                try await server.repeatHeads()
                _ = try await bob.socket.untilEntry(back, of: chat)
                let accepted = try await ada.socket.say("welcome back", in: chat)
                _ = try await eve.socket.untilEntry(accepted.seq, of: chat)
                try await stage.expectMessage(in: chat, for: [bob, eve])
                #expect(bob.socket.live(in: chat) == Array(1...(accepted.seq + 1)))
            }
        }
    }
}
