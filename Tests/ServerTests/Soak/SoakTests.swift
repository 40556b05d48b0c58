import Glibc
import Testing
import WireProtocol

extension WholeServerTests {
    /// Everything at once on a bus that errs. `MARTLET_SOAK_SEED` repeats a run, as far as threads allow;
    /// `MARTLET_SOAK_ACTIONS` makes it longer.
    @Suite("Random faults")
    struct SoakTests {
        private static let personCount = 6
        private static let chatCount = 3

        private static func setting(_ name: String) -> UInt64? { getenv(name).flatMap { UInt64(String(cString: $0)) } }

        @Test("in the end every socket saw each entry of its membership once, in order, and nothing else")
        func soak() async throws {
            let seed = Self.setting("MARTLET_SOAK_SEED") ?? .random(in: 1...999_999)
            let actions = Int(Self.setting("MARTLET_SOAK_ACTIONS") ?? 60)
            print("soak: MARTLET_SOAK_SEED=\(seed)")
            try await WholeServer.run(upkeep: true) { server in
                let (actors, chats) = try await cast(on: server, seed: seed)
                server.bus.disturb(
                    RandomFaults(seed: seed, lossPercent: 20, repetitionPercent: 10, delayPercent: 10))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for actor in actors {
                        group.addTask {
                            var actor = actor
                            try await actor.act(times: actions)
                        }
                    }
                    try await group.waitForAll()
                }
                server.bus.passEverything()
                try await server.repeatHeads()
                var count = Count()
                for chat in chats { try await expectEverything(of: chat, actors, &count) }
                print("soak: \(count)")
                for socket in actors.flatMap(\.allSockets) { #expect(socket.violations == []) }
            }
        }

        /// The first person owns all chats and never leaves; half of the others are in each from the start. Everybody
        /// has a socket on either loop.
        private func cast(on server: WholeServer, seed: UInt64) async throws -> ([SoakActor], [UInt64]) {
            var people: [(person: TestPerson, sockets: [TestSocket])] = []
            for index in 0..<Self.personCount {
                let person = try await TestPerson.register(server, loop: index % 2)
                let other = try await person.onAnotherDevice(loop: (index + 1) % 2)
                people.append((person, [try await person.connect(), try await other.connect()]))
            }
            let owner = people[0].person
            var chats: [UInt64] = []
            for _ in 0..<Self.chatCount {
                let chat = try await owner.newChat(with: firstMembers(people.map(\.person)))
                chats.append(chat.id)
                for member in people.prefix(1 + Self.personCount / 2) {
                    for socket in member.sockets { _ = try await socket.untilUpdate(of: chat.id) }
                }
            }
            let actors = people.enumerated().map { index, member in
                SoakActor(
                    person: member.person, sockets: member.sockets, chats: chats,
                    subjects: index == 0 ? people.dropFirst().map(\.person) : [], seed: seed &+ UInt64(index) &* 7_919)
            }
            return (actors, chats)
        }

        private func firstMembers(_ people: [TestPerson]) -> [TestPerson] {
            Array(people.dropFirst().prefix(Self.personCount / 2))
        }

        /// What the sockets together received, for people.
        private struct Count {
            var memberships = 0
            var live = 0
            var toBePulled = 0
            var outsideMemberships = 0
        }

        private func expectEverything(
            of chat: UInt64, _ actors: [SoakActor], _ count: inout Count
        ) async throws {
            let log = try await actors[0].person.history(of: chat)
            #expect(log.map(\.seq) == Array(1...UInt64(log.count)))
            for (index, actor) in actors.enumerated() {
                let membership = Membership(
                    of: actor.person.id, in: log, isFirst: index <= Self.personCount / 2)
                for socket in actor.allSockets {
                    try await expectMembership(membership, socket, chat, log, &count)
                }
            }
        }

        private func expectMembership(
            _ membership: Membership, _ socket: TestSocket, _ chat: UInt64, _ log: [Entry], _ count: inout Count
        ) async throws {
            let wanted = membership.intervals.flatMap { Array($0) }
            _ = try await socket.until("everything of chat \(chat), \(membership.intervals)") {
                "without \($0.missing(wanted, of: chat)); \($0.course(of: chat)); \($0.summary)"
            } _: { received in
                received.missing(wanted, of: chat).isEmpty ? () : nil
            }
            try await socket.settle()
            let received = socket.received.now
            let live = received.live(in: chat)
            // Somebody who came back may see what happened meanwhile, in a chat that the server may read.
            #expect(live.allSatisfy { $0 <= membership.end }, "entries after the own removal, \(membership.end)")
            #expect(live == Array(Set(live)).sorted(), "each entry once, in rising order")
            count.memberships += membership.intervals.count
            count.live += live.count
            count.toBePulled += Set(wanted).subtracting(live).count
            count.outsideMemberships += live.filter { !membership.contains($0) }.count
            expectContents(received, chat, log, of: socket)
        }

        /// What came is what the log has.
        private func expectContents(_ received: Received, _ chat: UInt64, _ log: [Entry], of socket: TestSocket) {
            for entry in received.entries(of: chat) {
                let stored = log[Int(entry.seq) - 1]
                #expect(entry.id == stored.id && entry.kind == stored.kind && entry.senderID == stored.senderID)
                #expect(entry.clientID == stored.clientID && entry.member == stored.member)
                if stored.deletedBySeq == nil { #expect(entry.content == stored.content) }
            }
            for accepted in received.acceptances(in: chat) {
                let stored = log[Int(accepted.seq) - 1]
                #expect(accepted.messageID == stored.id && accepted.clientID == stored.clientID)
                #expect(stored.senderID == socket.userID && stored.senderDeviceID == socket.deviceID)
            }
        }
    }
}

extension Received {
    /// What the socket was told of a chat, in short.
    func course(of chat: UInt64) -> String {
        frames.compactMap { frame -> String? in
            switch frame.payload {
            case .messageNew(let new) where new.entry?.chatID == chat:
                new.entry.map { entry in
                    entry.member.map { "\(entry.seq) (\($0.userID) \($0.change.rawValue))" } ?? "\(entry.seq)"
                }
            case .messageAccepted(let accepted) where accepted.chatID == chat: "\(accepted.seq) accepted"
            case .chatUpdated(let updated) where updated.chat?.id == chat:
                updated.chat.map { "chat \($0.lastSeq) left \($0.leftSeq ?? 0)" }
            case .syncGap(let gap) where gap.chatID == chat: "gap \(gap.fromSeq) to \(gap.toSeq)"
            default: nil
            }
        }.joined(separator: ", ")
    }
}
