import Testing
import WireProtocol

extension WholeServerTests {
    /// Which devices a message is sealed for, as they come and go.
    @Suite("Rosters")
    struct RosterTests {
        private func refusal(_ code: ErrorCode, _ answer: ServerFrame.Payload) throws -> ErrorDetails {
            guard case .error(let error) = answer else { throw DidNotAnswer() }
            #expect(error.code == code)
            return error.details ?? ErrorDetails()
        }

        @Test("the roster has every active device of the members with its keys, and is for members only")
        func roster() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let roster = try await stage.roster()
                #expect(Set(roster.devices.map(\.deviceID)) == Set(stage.devices.map(\.id)))
                for device in stage.devices {
                    let change = device.person.deviceChange(version: 1)
                    let listed = try #require(roster.devices.first { $0.deviceID == device.id })
                    #expect(listed.userID == device.person.id)
                    #expect(listed.encryptionKey == change.encryptionKey && listed.signingKey == change.signingKey)
                    #expect(listed.certificate == change.certificate)
                }
                #expect(roster.excludedDeviceIDs == [])
                #expect(try await stage.ada[0].person.chat(stage.chat).rosterVersion == roster.rosterVersion)
                let stranger = try await TestPerson.register(server)
                let refused = await #expect(throws: Refused.self) { try await stranger.roster(of: stage.chat) }
                #expect(refused?.code == .chatNotFound)
            }
        }

        @Test("a device that came: the sender is told which, and seals again under the same client id")
        func newDevice() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let old = try await stage.roster()
                let third = try await stage.bobsThirdDevice()
                try await server.announce(third.person.deviceChange(version: 1))
                let (socket, clientID) = (stage.ada[0].socket, TestPerson.newClientID())
                let stale = stage.message(SealedContent(for: old), clientID: clientID)
                let details = try refusal(.messageRosterChanged, try await socket.ask(.messageSend(stale)))
                #expect(details.missing == [third.id] && details.extra == [])
                let version = try #require(details.rosterVersion)
                #expect(version > old.rosterVersion)
                let roster = try await stage.roster()
                #expect(roster.rosterVersion == version)
                let sealed = SealedContent(for: roster)
                let again = stage.message(sealed, clientID: clientID)
                let accepted = try await socket.accepted(socket.send(.messageSend(again)))
                #expect(accepted.clientID == clientID)
                let others = stage.devices.dropFirst() + [third]
                try await stage.expectAddressed(accepted.seq, sealed, to: Array(others))
                stage.expectNoForeignKeys(sealed, in: stage.devices + [third])
            }
        }

        @Test("a device that went: the roster's version rises, and a key for it is one too many")
        func removedDevice() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let old = try await stage.roster()
                let gone = stage.bob[1]
                try await server.announce(gone.person.deviceChange(version: 2, isActive: false))
                let roster = try await stage.roster()
                #expect(roster.rosterVersion > old.rosterVersion)
                #expect(!roster.devices.contains { $0.deviceID == gone.id })
                // Even one that is sealed for the right version.
                for version in [old.rosterVersion, roster.rosterVersion] {
                    let sealed = SealedContent(for: old.devices.map(\.deviceID), rosterVersion: version)
                    let answer = try await stage.ada[0].socket.ask(.messageSend(stage.message(sealed)))
                    let details = try refusal(.messageRosterChanged, answer)
                    #expect(details.missing == [] && details.extra == [gone.id])
                    #expect(details.rosterVersion == roster.rosterVersion)
                }
                let (sealed, accepted) = try await stage.say()
                let entry = try await gone.socket.untilEntry(accepted.seq, of: stage.chat)
                #expect(entry.content?.keys == [])
                stage.expectNoForeignKeys(sealed, in: stage.devices)
            }
        }

        @Test("what was accepted is so whatever is sent again under its client id, even once the roster has changed")
        func resent() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let (socket, clientID) = (stage.ada[0].socket, TestPerson.newClientID())
                let first = SealedContent(for: try await stage.roster())
                let accepted = try await socket.accepted(
                    socket.send(.messageSend(stage.message(first, clientID: clientID))))
                let again = SealedContent(for: try await stage.roster())
                try await server.announce(stage.bob[1].person.deviceChange(version: 2, isActive: false))
                for sealed in [again, first, again] {
                    let repeated = stage.message(sealed, clientID: clientID)
                    let answer = try await socket.accepted(socket.send(.messageSend(repeated), mayRepeat: true))
                    #expect(answer == accepted)
                }
                let entry = try await stage.ada[0].person.post(stage.message(again, clientID: clientID))
                #expect(entry.content == first.addressed(to: stage.ada[0].id))
                #expect(try await stage.ada[0].person.history(of: stage.chat).map(\.seq) == [1, accepted.seq])
                try await stage.expectAddressed(accepted.seq, first, to: Array(stage.devices.dropFirst()))
                stage.expectNoForeignKeys(again, in: stage.devices)
            }
        }

        @Test("a member without any device: nobody can seal for them, and the sender is told whom it is about")
        func memberWithoutDevices() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let keyless = try await TestPerson.register(server, loop: 1)
                let owner = stage.ada[0]
                let group = try await owner.person.newChat(
                    with: [stage.bob[0].person, keyless], encryption: .e2ee)
                let sealed = SealedContent(for: try await owner.person.roster(of: group.id))
                let message = SendMessageRequest(
                    chatID: group.id, clientID: TestPerson.newClientID(), content: sealed.content)
                let answer = try await owner.socket.ask(.messageSend(message))
                let details = try refusal(.chatMemberWithoutKeys, answer)
                #expect(details.userIDs == [keyless.id])
                try await server.announce(keyless.deviceChange(version: 1))
                let roster = try await owner.person.roster(of: group.id)
                #expect(roster.devices.contains { $0.deviceID == keyless.deviceID })
                let again = SendMessageRequest(
                    chatID: group.id, clientID: message.clientID, content: SealedContent(for: roster).content)
                #expect(try await owner.socket.accepted(owner.socket.send(.messageSend(again))).seq == 2)
            }
        }

        @Test("who leaves or comes changes the roster, and its version never goes back")
        func members() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let owner = stage.ada[0].person
                let group = try await owner.newChat(with: [stage.bob[0].person], encryption: .e2ee).id
                var versions = [try await owner.roster(of: group)]
                try await owner.remove(stage.bob[0].person, from: group)
                versions.append(try await owner.roster(of: group))
                #expect(Set(versions[1].devices.map(\.deviceID)) == Set(stage.ada.map(\.id)))
                try await server.announce(stage.bob[1].person.deviceChange(version: 2, isActive: false))
                versions.append(try await owner.roster(of: group))
                #expect(versions[2] == versions[1], "devices of somebody who is gone change nothing")
                try await owner.add(stage.bob[0].person, to: group)
                versions.append(try await owner.roster(of: group))
                #expect(Set(versions[3].devices.map(\.deviceID)) == Set([stage.bob[0].id] + stage.ada.map(\.id)))
                try await server.announce(stage.bob[1].person.deviceChange(version: 3))
                versions.append(try await owner.roster(of: group))
                let numbers = [0, 1, 3, 4].map { versions[$0].rosterVersion }
                #expect(numbers == Array(Set(numbers)).sorted())
            }
        }

        @Test("a change that was told before, or is older than what is known, changes nothing")
        func staleChanges() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let before = try await stage.roster()
                let person = stage.bob[1].person
                try await server.announce(person.deviceChange(version: 1), person.deviceChange(version: 1))
                #expect(try await stage.roster() == before)
                try await server.announce(person.deviceChange(version: 3, isActive: false))
                let without = try await stage.roster()
                #expect(!without.devices.contains { $0.deviceID == person.deviceID })
                try await server.announce(
                    person.deviceChange(version: 2), person.deviceChange(version: 3),
                    person.deviceChange(version: 3, isActive: false))
                #expect(try await stage.roster() == without)
                try await server.announce(person.deviceChange(version: 4))
                let back = try await stage.roster()
                #expect(Set(back.devices.map(\.deviceID)) == Set(before.devices.map(\.deviceID)))
                #expect(back.rosterVersion > without.rosterVersion)
            }
        }
    }
}
