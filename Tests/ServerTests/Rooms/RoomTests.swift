import Basics
import HTTPTransport
import Protobuf
import Testing
import WireProtocol

extension WholeServerTests {
    /// A chat with so many sockets on one loop that what it gets in a tick leaves in one piece.
    @Suite("A room")
    struct RoomTests {
        /// More than make a room, half of them in binary form.
        private static let socketCount = 20

        private func room(_ stage: Stage) async throws -> (chat: UInt64, sockets: [TestSocket]) {
            let chat = try await stage.group(with: stage.bob, stage.eve)
            var sockets: [TestSocket] = []
            for index in 0..<Self.socketCount {
                let person = index % 2 == 0 ? stage.bob.person : stage.eve.person
                sockets.append(try await person.connect(isBinary: index % 4 < 2))
            }
            return (chat, sockets)
        }

        @Test("everybody gets everything once and in order, in JSON and in binary frames, whoever writes")
        func everything() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let (chat, sockets) = try await room(stage)
                // Some of the room write too: their acceptances stand among what the room gets.
                let before = try await stage.lastSeq(of: chat)
                let writers = [stage.ada.socket, sockets[0], sockets[2], sockets[5]]
                for round in 0..<25 {
                    for (index, writer) in writers.enumerated() { writer.send("\(round) of \(index)", in: chat) }
                }
                let last = before + UInt64(25 * writers.count)
                for socket in sockets + writers {
                    _ = try await socket.until("entry \(last)") { $0.live(in: chat).last == last ? () : nil }
                    #expect(socket.live(in: chat).suffix(25 * writers.count) == Array(before + 1...last)[...])
                    #expect(socket.violations == [])
                }
                #expect(sockets[0].received.now.acceptances(in: chat).count == 25)
            }
        }

        @Test("who is removed gets the removal and nothing after it, from a room too")
        func removal() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let (chat, sockets) = try await room(stage)
                for number in 0..<20 { stage.ada.socket.send("before \(number)", in: chat) }
                try await stage.ada.person.remove(stage.eve.person, from: chat)
                let removal = try await stage.lastSeq(of: chat)
                let last = try await stage.ada.socket.say("secret", in: chat).seq
                for (index, socket) in sockets.enumerated() {
                    let isEve = index % 2 == 1
                    let end = isEve ? removal : last
                    _ = try await socket.until("entry \(end)") { $0.live(in: chat).last == end ? () : nil }
                    if isEve { _ = try await socket.untilUpdate(of: chat) { $0.leftSeq == removal } }
                    try await socket.settle()
                    #expect(socket.received.now.texts.contains { $0.contains("secret") } == !isEve)
                    #expect(socket.violations == [])
                }
            }
        }

        @Test("who reads too slowly is told what to pull, and nobody else notices")
        func slowReader() async throws {
            var limits = Limits(profile: .loadTest)
            limits.sendSoftBytes = 64 << 10
            limits.sendLowBytes = 16 << 10
            limits.sendStallMilliseconds = 300_000
            try await WholeServer.run(limits: limits) { server in
                let stage = try await Stage(server)
                let (chat, sockets) = try await room(stage)
                let slow = sockets[0]
                slow.pauseReading()
                let text = String(repeating: "x", count: 30_000)
                // More than all buffers between the two hold.
                for _ in 0..<99 { try await stage.ada.socket.say(text, in: chat) }
                let last = try await stage.ada.socket.say(text, in: chat).seq
                for socket in sockets.dropFirst() {
                    _ = try await socket.until("entry \(last)") { $0.live(in: chat).last == last ? () : nil }
                    #expect(socket.violations == [])
                }
                slow.resumeReading()
                _ = try await slow.until("everything, live or told") { received in
                    received.missing(Array(1...last), of: chat).isEmpty ? () : nil
                }
                let gaps = slow.received.now.frames.filter { frame in
                    if case .syncGap? = frame.payload { true } else { false }
                }
                #expect(gaps.count == 1)
                #expect(slow.live(in: chat).count < 100)
                let next = try await stage.ada.socket.say("and on", in: chat).seq
                _ = try await slow.untilEntry(next, of: chat)
                #expect(slow.violations == [])
                let page = try await slow.ask(.syncPull(SyncPull(chatID: chat, afterSeq: 1, limit: 2)))
                guard case .syncPage(let page) = page else { throw DidNotAnswer() }
                #expect(page.entries.map(\.seq) == [2, 3])
            }
        }

        @Test("who asks and does not read is closed as a slow consumer")
        func slowConsumer() async throws {
            var limits = Limits(profile: .loadTest)
            limits.sendHardBytes = 256 << 10
            limits.sendSoftBytes = 256 << 10
            try await WholeServer.run(limits: limits) { server in
                let stage = try await Stage(server)
                let chat = try await stage.group(with: stage.bob)
                let text = String(repeating: "x", count: 30_000)
                for _ in 0..<20 { try await stage.ada.socket.say(text, in: chat) }
                let slow = try await stage.bob.person.connect()
                slow.pauseReading()
                // All are asked for before the first is answered.
                server.log.pages.hold()
                for _ in 0..<4 { slow.send(.syncPull(SyncPull(chatID: chat, afterSeq: 0, limit: 200))) }
                try await server.log.pages.held(4)
                server.log.pages.release()
                try await server.untilMetrics(say: "gateway_ws_slow_consumers_total 1")
                slow.resumeReading()
                _ = try await slow.until("end of the socket") { $0.isEnded ? () : nil }
                #expect(slow.received.now.closeCode == 4010)
            }
        }

        @Test("a message of the other kind closes the socket")
        func wrongKind() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                for isBinary in [false, true] {
                    let socket = try await stage.bob.person.connect(isBinary: isBinary)
                    let ping = ClientFrame(id: "p", payload: .ping(Ping()))
                    let message = isBinary ? ping.jsonBytes() : ping.protobufBytes()
                    socket.send(message, as: isBinary ? .text : .binary)
                    _ = try await socket.until("end of the socket") { $0.isEnded ? () : nil }
                    #expect(socket.received.now.closeCode == 4400)
                }
            }
        }
    }
}
