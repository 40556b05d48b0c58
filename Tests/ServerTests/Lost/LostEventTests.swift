import Testing
import WireProtocol

extension WholeServerTests {
    /// "A lost event costs at most five seconds, never a message."
    @Suite("The last event is lost")
    struct LostEventTests {
        @Test("it is made good by the heads that are repeated", arguments: LostEvent.allCases)
        func repeatedHeads(_ event: LostEvent) async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let aftermath = try await event.happen(on: stage)
                #expect(try await aftermath.unknown(), "nothing was lost: this tests nothing")
                try await server.repeatHeads()
                try await aftermath.learned()
                try await stage.expectMessage(in: aftermath.chat, for: aftermath.members)
            }
        }

        @Test("it is made good within five seconds in service", arguments: LostEvent.allCases)
        func inService(_ event: LostEvent) async throws {
            try await WholeServer.run(upkeep: true) { server in
                let stage = try await Stage(server)
                let aftermath = try await event.happen(on: stage)
                let start = ContinuousClock.now
                try await aftermath.learned()
                let seconds = ContinuousClock.now - start
                print("lost \(event.rawValue): made good after \(seconds)")
                #expect(seconds < .seconds(5))
                try await stage.expectMessage(in: aftermath.chat, for: aftermath.members)
            }
        }

        @Test("the repeated heads of what was not lost change nothing")
        func nothingLost() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob, stage.eve)
                let accepted = try await stage.ada.socket.say("heard by all", in: chat)
                for role in [stage.bob, stage.eve] { _ = try await role.socket.untilEntry(accepted.seq, of: chat) }
                try await stage.ada.person.remove(stage.eve.person, from: chat)
                let left = try await stage.eve.socket.untilUpdate(of: chat) { $0.leftSeq != nil }
                for _ in 1...3 { try await server.repeatHeads() }
                try await stage.expectMessage(in: chat, for: [stage.bob])
                let end = try await stage.lastSeq(of: chat)
                #expect(stage.bob.socket.live(in: chat) == Array(1...end))
                #expect(stage.ada.socket.live(in: chat) == Array(1...end))
                #expect(stage.eve.socket.live(in: chat) == Array(1...(left.leftSeq ?? 0)))
                #expect(stage.bob.socket.received.now.updates(of: chat).count == 1)
                #expect(stage.eve.socket.received.now.updates(of: chat).count == 2)
            }
        }

        @Test("a repair whose look at the log fails is tried again until it succeeds")
        func failingRepair() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                server.log.failStates(4)
                let aftermath = try await LostEvent.message.happen(on: stage)
                try await server.repeatHeads()
                try await server.log.statesFailed()
                try await aftermath.learned()
                try await stage.expectMessage(in: aftermath.chat, for: aftermath.members)
            }
        }
    }
}
