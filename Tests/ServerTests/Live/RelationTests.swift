import Testing
import WireProtocol

extension WholeServerTests {
    /// Contacts and blocks decide on presence wherever the two are connected.
    @Suite("Contacts and blocks over two loops")
    struct RelationTests {
        @Test("contacts see each other without a direct chat; a block ends it at once, on both sides")
        func block() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                try await stage.ada.person.befriend(stage.bob.person)
                try await stage.ada.socket.untilSees(stage.bob, .online)
                try await stage.bob.socket.untilSees(stage.ada, .online)
                try await stage.bob.person.put(.blocked, stage.ada.person)
                try await stage.ada.socket.untilSees(stage.bob, .offline)
                try await stage.bob.socket.untilSees(stage.ada, .offline)
                // What happens now is heard of by nobody of the two.
                stage.ada.socket.send(.presenceSet(PresenceSet(status: .away)))
                try await stage.ada.person.befriend(stage.eve.person)
                try await stage.eve.socket.untilSees(stage.ada, .away)
                try await stage.bob.socket.settle()
                #expect(stage.bob.socket.received.now.presences(of: stage.ada.person.id).map(\.status).last == .offline)
            }
        }

        @Test("a change that the bus has lost is read again with the next one")
        func lost() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let lost = server.bus.loseNext { event in
                    guard case .relationsChanged(let changed)? = event.body else { return false }
                    return changed.changes.contains { $0.isContact }
                }
                try await stage.ada.person.befriend(stage.bob.person)
                try await lost.all()
                for role in [stage.ada, stage.bob] {
                    try await role.socket.settle()
                    #expect(role.socket.received.now.presences(of: stage.ada.person.id).isEmpty)
                    #expect(role.socket.received.now.presences(of: stage.bob.person.id).isEmpty)
                }
                try await stage.ada.person.ask(stage.eve.person)
                try await stage.ada.socket.untilSees(stage.bob, .online)
                try await stage.bob.person.ask(stage.eve.person)
                try await stage.bob.socket.untilSees(stage.ada, .online)
            }
        }

        @Test("whoever connects sees contacts who are there, and is told of none who hide")
        func connecting() async throws {
            try await WholeServer.run { server in
                let stage = try await Stage(server)
                let ada = stage.ada.person
                for role in [stage.bob, stage.eve] { try await ada.befriend(role.person) }
                let settings = UpdateSettingsRequest(version: 0, privacy: PrivacySettings(lastSeen: .nobody))
                let _: SettingsResponse = try await stage.eve.person.call("PUT", "/v1/users/me/settings", settings)
                let second = try await ada.onAnotherDevice(loop: 1).connect()
                try await second.untilSees(stage.bob, .online)
                try await second.settle()
                #expect(second.received.now.presences(of: stage.eve.person.id).isEmpty)
            }
        }
    }
}

extension TestPerson {
    fileprivate func ask(_ other: TestPerson) async throws {
        let _: ContactResponse = try await call(
            "POST", "/v1/users/\(id)/contacts", RequestContactRequest(userID: other.id))
    }

    fileprivate func put(_ state: ContactState, _ other: TestPerson) async throws {
        let _: ContactResponse = try await call(
            "PUT", "/v1/users/\(id)/contacts/\(other.id)", UpdateContactRequest(state: state))
    }

    fileprivate func befriend(_ other: TestPerson) async throws {
        try await ask(other)
        try await other.put(.accepted, self)
    }
}

extension TestSocket {
    fileprivate func untilSees(_ role: Stage.Role, _ status: PresenceStatus) async throws {
        let user = role.person.id
        _ = try await until("\(user) to be \(status)") { received in
            received.presences(of: user).last.flatMap { $0.status == status ? $0 : nil }
        }
    }
}
