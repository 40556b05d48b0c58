import Testing
import WireProtocol

extension WholeServerTests {
    /// A device gets its own wrapped key, and never another's: live, in pages, over HTTP.
    @Suite("Wrapped keys")
    struct WrappedKeyTests {
        @Test("every device gets a message with its own key only, live and in the history")
        func messages() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let (sealed, accepted) = try await stage.say()
                try await stage.expectAddressed(accepted.seq, sealed, to: Array(stage.devices.dropFirst()))
                for device in stage.devices {
                    let history = try await device.person.history(of: stage.chat)
                    #expect(history.last?.content == sealed.addressed(to: device.id))
                    let pull = SyncPull(chatID: stage.chat, afterSeq: accepted.seq - 1, limit: 10)
                    guard case .syncPage(let page) = try await device.socket.ask(.syncPull(pull)) else {
                        throw DidNotAnswer()
                    }
                    #expect(page.entries.map(\.content) == [sealed.addressed(to: device.id)])
                    // As the first one of all: the sending device has its own key, too.
                    #expect(page.entries[0].content?.keys.map(\.key) == [sealed.key(of: device.id)])
                }
                stage.expectNoForeignKeys(sealed, in: stage.devices)
            }
        }

        @Test("over HTTP the sender is answered with its own key, and so are all sockets told, the sender's among them")
        func overHTTP() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let sealed = SealedContent(for: try await stage.roster())
                let entry = try await stage.ada[0].person.post(stage.message(sealed))
                #expect(entry.content == sealed.addressed(to: stage.ada[0].id))
                try await stage.expectAddressed(entry.seq, sealed, to: stage.devices)
                stage.expectNoForeignKeys(sealed, in: stage.devices)
            }
        }

        @Test("a device without keys gets the entry, and no key")
        func withoutKeys() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let third = try await stage.bobsThirdDevice()
                let (sealed, accepted) = try await stage.say()
                let entry = try await third.socket.untilEntry(accepted.seq, of: stage.chat)
                #expect(entry.content?.ciphertext == sealed.content.ciphertext)
                #expect(entry.content?.keys == [])
                #expect(try await third.person.history(of: stage.chat).last?.content == entry.content)
                stage.expectNoForeignKeys(sealed, in: stage.devices + [third])
            }
        }

        @Test("entries that a gateway had to read from the log are addressed like all others")
        func repaired() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let lost = server.bus.loseNext { $0.isEntry(of: stage.chat, .message) }
                let (sealed, accepted) = try await stage.say()
                try await lost.all()
                try await server.repeatHeads()
                try await stage.expectAddressed(accepted.seq, sealed, to: Array(stage.devices.dropFirst()))
                stage.expectNoForeignKeys(sealed, in: stage.devices)
            }
        }

        @Test("an edit and a reaction are addressed too; the edited message shows the edit with the reader's own key")
        func editsAndReactions() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let (first, message) = try await stage.say()
                let (edit, reaction) = (
                    SealedContent(for: try await stage.roster()), SealedContent(for: try await stage.roster())
                )
                let edited = try await stage.ada[0].socket.accepted(
                    stage.ada[0].socket.send(
                        .messageEdit(
                            EditMessageRequest(
                                id: message.messageID, clientID: TestPerson.newClientID(), content: edit.content))))
                let reacted = try await stage.ada[0].socket.accepted(
                    stage.ada[0].socket.send(
                        .reactionAdd(
                            AddReactionRequest(
                                id: message.messageID, clientID: TestPerson.newClientID(), content: reaction.content))))
                try await stage.expectAddressed(edited.seq, edit, to: Array(stage.devices.dropFirst()))
                try await stage.expectAddressed(reacted.seq, reaction, to: Array(stage.devices.dropFirst()))
                for device in stage.devices {
                    let history = try await device.person.history(of: stage.chat)
                    let target = try #require(history.first { $0.seq == message.seq })
                    #expect(target.content == first.addressed(to: device.id))
                    #expect(target.latestEdit?.seq == edited.seq)
                    #expect(target.latestEdit?.content == edit.addressed(to: device.id))
                    #expect(history.suffix(2).map(\.refersTo) == [message.seq, message.seq])
                }
                for sealed in [first, edit, reaction] { stage.expectNoForeignKeys(sealed, in: stage.devices) }
            }
        }

        @Test("a deletion takes the ciphertexts and the keys of a message and of its edits away")
        func deletion() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let (_, message) = try await stage.say()
                let edit = SealedContent(for: try await stage.roster())
                let edited = try await stage.ada[0].socket.accepted(
                    stage.ada[0].socket.send(
                        .messageEdit(
                            EditMessageRequest(
                                id: message.messageID, clientID: TestPerson.newClientID(), content: edit.content))))
                let deleted = try await stage.ada[0].socket.accepted(
                    stage.ada[0].socket.send(.messageDelete(DeleteMessageRequest(id: message.messageID))))
                for device in stage.devices {
                    let history = try await device.person.history(of: stage.chat)
                    for seq in [message.seq, edited.seq] {
                        let entry = try #require(history.first { $0.seq == seq })
                        #expect(entry.content == nil && entry.latestEdit == nil)
                        #expect(entry.deletedBySeq == deleted.seq)
                    }
                }
            }
        }

        @Test("the sealed profile of a group is one more entry, addressed to each device")
        func profile() async throws {
            try await WholeServer.run { server in
                let stage = try await SealedStage(server)
                let owner = stage.ada[0].person
                let group = try await owner.newChat(with: [stage.bob[0].person], encryption: .e2ee)
                let profile = SealedContent(for: try await owner.roster(of: group.id))
                let request = UpdateChatRequest(content: profile.content, clientID: TestPerson.newClientID())
                let _: ChatResponse = try await owner.call("PATCH", "/v1/chats/\(group.id)", request)
                for device in stage.devices {
                    let entry = try await device.socket.untilEntry(2, of: group.id)
                    #expect(entry.kind == .chat && entry.name == nil)
                    #expect(entry.content == profile.addressed(to: device.id))
                }
                stage.expectNoForeignKeys(profile, in: stage.devices)
            }
        }
    }
}
