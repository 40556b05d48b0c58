import Testing
import WireProtocol

extension WholeServerTests {
    /// Who has a direct chat with somebody sees them come and go, wherever both are connected.
    @Suite("Presence over two loops")
    struct PresenceTests {
        private struct Pair {
            let ada: TestPerson
            let bob: TestPerson
            let chat: UInt64

            init(_ server: WholeServer) async throws {
                ada = try await TestPerson.register(server, loop: 0)
                bob = try await TestPerson.register(server, loop: 1)
                chat = try await ada.newChat(with: [bob], type: .direct, encryption: .e2ee).id
            }
        }

        @Test("who resumes learns who is there, and they learn who has come")
        func ready() async throws {
            try await WholeServer.run { server in
                let pair = try await Pair(server)
                let ada = try await pair.ada.connect()
                let bob = try await pair.bob.connect()
                _ = try await bob.untilPresence(of: pair.ada) { $0 == .online }
                _ = try await ada.untilPresence(of: pair.bob) { $0 == .online }
                try await bob.settle()
                #expect(bob.received.now.presences(of: pair.ada.id).map(\.status) == [.online])
            }
        }

        @Test("a person is online while any device is, away when all are, and offline when none is left")
        func aggregate() async throws {
            try await WholeServer.run { server in
                let pair = try await Pair(server)
                let ada = try await pair.ada.connect()
                let phone = try await pair.bob.connect()
                _ = try await ada.untilPresence(of: pair.bob) { $0 == .online }
                phone.send(.presenceSet(PresenceSet(status: .away)))
                _ = try await ada.untilPresence(of: pair.bob) { $0 == .away }
                let laptop = try await pair.bob.onAnotherDevice(loop: 0).connect()
                _ = try await ada.untilPresences(of: pair.bob, count: 3)
                // From here on one of two devices changes nothing.
                let leaving = server.bus.watchNext { $0.isPresence(.offline, of: pair.bob.id) }
                try await phone.abort()
                try await leaving.all()
                try await ada.settle()
                try await laptop.abort()
                let last = try await ada.untilPresences(of: pair.bob, count: 4)
                #expect(last.map(\.status) == [.online, .away, .online, .offline])
                #expect(last[3].lastSeenAt != nil)
                try await eventually("the direct chat shows when Bob was last seen") {
                    let members: GetMembersResponse = try await pair.ada.call("GET", "/v1/chats/\(pair.chat)/members")
                    return members.members.contains { $0.userID == pair.bob.id && $0.lastSeenAt != nil }
                }
            }
        }

        @Test("who only shares a group is not told")
        func strangers() async throws {
            try await WholeServer.run { server in
                let pair = try await Pair(server)
                let eve = try await TestPerson.register(server, loop: 1)
                _ = try await pair.ada.newChat(with: [pair.bob, eve])
                let (ada, eves) = (try await pair.ada.connect(), try await eve.connect())
                let bob = try await pair.bob.connect()
                _ = try await ada.untilPresence(of: pair.bob) { $0 == .online }
                bob.send(.presenceSet(PresenceSet(status: .away)))
                _ = try await ada.untilPresence(of: pair.bob) { $0 == .away }
                try await eves.settle()
                #expect(eves.received.now.presences(of: pair.bob.id) == [])
                #expect(ada.received.now.presences(of: eve.id) == [])
            }
        }

        @Test("nobody may say to be offline", arguments: [PresenceStatus.offline, .unspecified])
        func refused(_ status: PresenceStatus) async throws {
            try await WholeServer.run { server in
                let pair = try await Pair(server)
                let ada = try await pair.ada.connect()
                let id = ada.send(.presenceSet(PresenceSet(status: status)))
                guard case .error(let error) = try await ada.answer(to: id) else { throw DidNotAnswer() }
                #expect(error.code == .requestInvalid && error.details?.field == "status")
            }
        }
    }
}

extension Event {
    fileprivate func isPresence(_ status: PresenceStatus, of user: UInt64) -> Bool {
        guard case .presenceReported(let report)? = body else { return false }
        return report.users.contains { $0.userID == user && $0.status == status }
    }
}

extension Received {
    func presences(of user: UInt64) -> [PresenceNotice] {
        frames.compactMap { frame in
            switch frame.payload {
            case .userOnline(let notice) where notice.userID == user: notice
            case .userOffline(let notice) where notice.userID == user: notice
            default: nil
            }
        }
    }
}

extension TestSocket {
    fileprivate func untilPresence(
        of person: TestPerson, where isWanted: @escaping @Sendable (PresenceStatus) -> Bool
    ) async throws -> PresenceNotice {
        let user = person.id
        return try await until("presence of \(user)") { received in
            received.presences(of: user).last.flatMap { isWanted($0.status) ? $0 : nil }
        }
    }

    fileprivate func untilPresences(of person: TestPerson, count: Int) async throws -> [PresenceNotice] {
        let user = person.id
        return try await until("\(count) presences of \(user)") { received in
            let all = received.presences(of: user)
            return all.count >= count ? all : nil
        }
    }
}
