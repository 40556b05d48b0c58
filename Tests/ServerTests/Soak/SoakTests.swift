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
                for chat in chats { try await expectEverything(of: chat, actors) }
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

        private func expectEverything(of chat: UInt64, _ actors: [SoakActor]) async throws {
            let log = try await actors[0].person.history(of: chat)
            #expect(log.map(\.seq) == Array(1...UInt64(log.count)))
            for (index, actor) in actors.enumerated() {
                let membership = Membership(
                    of: actor.person.id, in: log, isFirst: index <= Self.personCount / 2)
                for socket in actor.allSockets {
                    try await expectMembership(membership, socket, chat, log)
                }
            }
        }

        private func expectMembership(
            _ membership: Membership, _ socket: TestSocket, _ chat: UInt64, _ log: [Entry]
        ) async throws {
            let wanted = membership.intervals.flatMap { Array($0) }
            _ = try await socket.until("everything of chat \(chat), \(membership.intervals)") {
                "without \($0.missing(wanted, of: chat)) of live \($0.live(in: chat)); \($0.summary)"
            } _: { received in
                received.missing(wanted, of: chat).isEmpty ? () : nil
            }
            try await socket.settle()
            let received = socket.received.now
            let live = received.live(in: chat)
            // Somebody who came back may see what happened meanwhile, in a chat that the server may read.
            #expect(live.allSatisfy { $0 <= membership.end }, "entries after the own removal, \(membership.end)")
            #expect(live == Array(Set(live)).sorted(), "each entry once, in rising order")
            let between = live.filter { !membership.contains($0) }.count
            let pulled = wanted.count - Set(live).intersection(wanted).count
            print(
                "soak: \(live.count) entries live, \(pulled) to be pulled, \(between) of the time between memberships")
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
    /// Those of the entries that neither came live nor were told to the client.
    func missing(_ wanted: [UInt64], of chat: UInt64) -> [UInt64] {
        guard let progress = order.chats[chat] else { return wanted }
        let live = Set(progress.live)
        return wanted.filter { seq in !live.contains(seq) && !progress.told.contains { $0.contains(seq) } }
    }
}
