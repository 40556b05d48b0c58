import Basics
import Testing
import WireProtocol

extension WholeServerTests {
    /// An event is lost, and the next entry is one's own: its acceptance may not overtake what was lost.
    @Suite("The event before an acceptance is lost")
    struct AcceptanceOrderTests {
        /// Where the two live between whose messages the event is lost.
        enum Place: String, CaseIterable, Sendable {
            case sameLoop, otherLoop
        }

        private func writer(_ place: Place, _ stage: Stage) -> Stage.Role {
            place == .sameLoop ? stage.eve : stage.ada
        }

        @Test(
            "the acceptance comes after the entry that was lost, and in its own entry's place",
            arguments: Place.allCases)
        func acceptance(_ place: Place) async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob, stage.eve)
                let (writer, waiter) = (writer(place, stage), stage.bob)
                let lost = server.bus.loseNext { $0.isEntry(of: chat, .message) }
                let first = try await writer.socket.say("lost", in: chat).seq
                try await lost.all()
                let second = try await waiter.socket.say("after it", in: chat).seq
                try #require(second == first + 1)
                let received = waiter.socket.received.now
                let entry = try #require(received.position(ofEntry: first, in: chat))
                let acceptance = try #require(received.position(ofAcceptance: second, in: chat))
                #expect(entry < acceptance)
                for role in [stage.ada, stage.bob, stage.eve] {
                    _ = try await role.socket.until("both") { $0.live(in: chat).last == second ? () : nil }
                    #expect(role.socket.live(in: chat) == Array(1...second))
                }
                stage.expectOrder()
            }
        }

        @Test("it waits for as long as the log cannot be read, and other answers do not")
        func failingRepair() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob, stage.eve)
                server.log.failStates(1_000_000)
                let lost = server.bus.loseNext { $0.isEntry(of: chat, .message) }
                let first = try await stage.ada.socket.say("lost", in: chat).seq
                try await lost.all()
                let committed = server.bus.watchNext { $0.entryAppended?.seq == first + 1 }
                let waiting = stage.bob.socket.send("after it", in: chat)
                try await committed.all()
                try await stage.bob.socket.settle()
                #expect(stage.bob.socket.received.now.position(ofAcceptance: first + 1, in: chat) == nil)
                server.log.failStates(2)
                let accepted = try await stage.bob.socket.accepted(waiting)
                #expect(accepted.seq == first + 1)
                try await stage.expectMessage(in: chat, for: [stage.bob, stage.eve])
                #expect(stage.bob.socket.live(in: chat) == Array(1...(first + 2)))
            }
        }

        @Test("who sent what was lost is not given it again")
        func ownEvent() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob, stage.eve)
                let lost = server.bus.loseNext(3) { $0.isEntry(of: chat, .message) }
                var own: [UInt64] = []
                for number in 1...3 { own.append(try await stage.bob.socket.say("\(number)", in: chat).seq) }
                try await lost.all()
                try await stage.expectMessage(in: chat, for: [stage.bob, stage.eve])
                let received = stage.bob.socket.received.now
                #expect(!own.contains { received.hasEntry($0, of: chat) })
                #expect(received.live(in: chat) == Array(1...(own[2] + 1)))
            }
        }

        @Test("two who send at once lose an event in the middle: everybody has everything once and in order")
        func pipelined() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob, stage.eve)
                let lost = server.bus.loseNext { $0.entryAppended?.content?.text == "ada 10" }
                let count = 24
                var ids: [(TestSocket, String)] = []
                for number in 1...count {
                    for (name, role) in [("ada", stage.ada), ("bob", stage.bob), ("eve", stage.eve)] {
                        ids.append((role.socket, role.socket.send("\(name) \(number)", in: chat)))
                    }
                }
                var last: UInt64 = 0
                for (socket, id) in ids { last = max(last, try await socket.accepted(id).seq) }
                try await lost.all()
                #expect(last == UInt64(1 + 3 * count))
                for role in [stage.ada, stage.bob, stage.eve] {
                    let end = last
                    _ = try await role.socket.until("everything") { $0.live(in: chat).last == end ? () : nil }
                    #expect(role.socket.live(in: chat) == Array(1...last))
                    // Each got the others' messages, and its own as acceptances only.
                    let texts = role.socket.received.now.entries(of: chat).filter { $0.kind == .message }
                    #expect(texts.count == 2 * count)
                    #expect(!texts.contains { $0.senderID == role.person.id })
                }
                stage.expectOrder()
            }
        }

        @Test("a gap that is too large is told, then the acceptance comes, and what is missing can be pulled")
        func largeGap() async throws {
            var limits = Limits()
            limits.repairEntriesMax = 8
            try await WholeServer.run(limits: limits) { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob, stage.eve)
                let lost = server.bus.loseNext(20) { $0.isEntry(of: chat, .message) }
                for number in 1...20 { try await stage.ada.socket.say("\(number)", in: chat) }
                try await lost.all()
                let own = try await stage.bob.socket.say("after the gap", in: chat).seq
                #expect(own == 22)
                for role in [stage.bob, stage.eve] {
                    let gap = try await role.socket.until("gap") { received in
                        received.frames.lazy.compactMap { frame in
                            if case .syncGap(let gap)? = frame.payload { gap } else { nil }
                        }.first
                    }
                    #expect(gap.fromSeq == 2 && gap.toSeq >= 21)
                    let pull = SyncPull(chatID: chat, afterSeq: gap.fromSeq - 1, limit: 200)
                    guard case .syncPage(let page) = try await role.socket.ask(.syncPull(pull)) else {
                        throw DidNotAnswer()
                    }
                    #expect(page.entries.map(\.seq).prefix(20) == ArraySlice(2...21))
                }
                let received = stage.bob.socket.received.now
                let gap = try #require(received.position { if case .syncGap = $0 { true } else { false } })
                #expect(gap < received.position(ofAcceptance: own, in: chat) ?? 0)
                try await stage.expectMessage(in: chat, for: [stage.bob, stage.eve])
            }
        }
    }
}
