import Basics
import Communication
import Contracts
import Protobuf
import WireProtocol

/// What appends to logs.
extension World {
    mutating func create(
        _ type: ChatType, _ encryption: ChatEncryption, by creator: Int, others: [Int], client: UInt64
    ) async throws {
        let name = encryption == .server ? "chat \(client)" : ""
        let new = NewChat(
            type: type, encryption: encryption, name: name, creator: caller(creator), others: others.map(user),
            clientID: clientID(client))
        let creation = try await ports.chats.create(new) { _ in }
        let pair = Set(others + [creator])
        let key = [UInt64(creator), client]
        let known = type == .direct ? model.directChats[pair] : model.createdChats[key]
        let unwilling = others.filter { model.blocks.contains([creator, $0]) }
        switch creation {
        case .created(let chat, let first, let inbox):
            try expectEqual(unwilling, [], "people between whom and the creator a block stands")
            try expectEqual(known, nil, "a chat that is there was made again")
            let index = model.chats.count
            if type == .direct { model.directChats[pair] = index } else { model.createdChats[key] = index }
            model.step += 1
            var made = ModelChat(
                id: ChatID(chat.id), type: type, encryption: encryption, createdAt: store.clock.now,
                first: [creator] + others, firstName: name)
            made.read[creator] = 1
            made.delivered[creator] = 1
            model.chats.append(made)
            model.append(ModelEntry(kind: .chat, author: creator, createdAt: store.clock.now), to: index)
            for person in made.first { model.note(inboxOf: person, index) }
            try expectEqual(first.entry.seq, 1, "the first entry")
            try expectEqual(inbox.map(\.userID), made.first.map { user($0).rawValue }, "who hears of the new chat")
            try expectEqual(
                inbox.map(\.inboxSeq), made.first.map { model.inboxSeqs[$0] ?? 0 }, "inbox numbers of the new chat")
            try check(chat, of: index, for: creator)
            announced += [.inbox(inbox), .entry(first)]
        case .existing(let chat):
            let index = try expectKnown(known)
            try check(chat, of: index, for: creator)
        case .left:
            let index = try expectKnown(known)
            try expectEqual(model.chats[index].role(of: creator), nil, "role of somebody who has left")
        case .refused(let refusal):
            try expectEqual(known, nil, "a chat that is there was refused")
            let isExpected =
                !unwilling.isEmpty && refusal == (type == .direct ? .blocked : .mayNotAdd(unwilling.map(user)))
            try expectTrue(isExpected, "creation was refused: \(refusal)")
        }
    }

    private func expectKnown(_ index: Int?) throws(PropertyFailure) -> Int {
        guard let index else { throw PropertyFailure(message: "a chat was found that is not there") }
        return index
    }

    // MARK: Commands

    mutating func act(_ action: Action, by author: Int, in chat: Int, client: UInt64) async throws {
        let (logAction, content) = try await logAction(action, by: author, in: chat)
        let command = LogCommand(
            chatID: model.chats[chat].id, author: caller(author), action: logAction,
            clientID: content == nil ? nil : clientID(client),
            bodyHash: [UInt8(truncatingIfNeeded: client >> 8), UInt8(truncatingIfNeeded: client)])
        let isTaken = content.map { self.isTaken($0, in: chat) } ?? true
        let outcome = try await ports.log.append(command) { _ in }
        let now = max(store.clock.now, model.chats[chat].lastEntryAt)
        let prediction =
            isHindered(action, by: author, in: chat)
            ? .refused : model.chats[chat].predict(action, by: author, isTaken: isTaken, now: now)
        try compare(outcome, with: prediction, content: content, command: command, chat: chat)
        guard content != nil else { return }
        var sent = SentCommand(command: command, action: action, chat: chat, author: author)
        if case .entries = prediction { sent.seq = model.chats[chat].lastSeq }
        commands.append(sent)
    }

    /// Whether a block stands against it.
    private func isHindered(_ action: Action, by author: Int, in chat: Int) -> Bool {
        switch action {
        case .send, .edit, .react: model.isBlocked(chat)
        case .add(let people, _):
            people.contains { model.chats[chat].role(of: $0) == nil && model.blocks.contains([author, $0]) }
        default: false
        }
    }

    /// Whether the rules take this content now: plain where it may be read, else sealed for the roster of this moment.
    private func isTaken(_ content: Content, in chat: Int) -> Bool {
        let known = model.chats[chat]
        guard known.encryption == .e2ee else { return content.text != nil }
        let people = known.present().map(\.person)
        guard content.text == nil, let watch = watches[chat],
            people.allSatisfy({ !model.devices.of([$0]).isEmpty })
        else { return false }
        return !watch.isStale && watch.roster.rosterVersion == content.rosterVersion
    }

    private mutating func logAction(
        _ action: Action, by author: Int, in chat: Int
    ) async throws -> (LogAction, Content?) {
        func sealed(_ words: String, _ sealing: Sealing) async throws -> Content {
            try await content(words, sealing, by: author, in: chat)
        }
        switch action {
        case .send(let words, let replyTo, let files, let sealing):
            let content = try await sealed(words, sealing)
            return (.send(content: content, replyToSeq: replyTo, fileIDs: files), content)
        case .edit(let target, let words, let sealing):
            let content = try await sealed(words, sealing)
            return (.edit(target: target, content: content), content)
        case .react(let target, let words, let sealing):
            let content = try await sealed(words, sealing)
            return (.react(target: target, content: content), content)
        case .profile(let words, let sealing):
            let content = try await sealed(words, sealing)
            return (.setProfile(content), content)
        case .delete(let target): return (.delete(target: target), nil)
        case .unreact(let target, let words): return (.removeReaction(target: target, emoji: words), nil)
        case .add(let people, let role): return (.addMembers(people.map(user), role: role), nil)
        case .remove(let person): return (.removeMember(user(person)), nil)
        case .role(let person, let role): return (.changeRole(user(person), role: role), nil)
        case .rename(let name): return (.rename(name), nil)
        }
    }

    private mutating func content(
        _ words: String, _ sealing: Sealing, by author: Int, in chat: Int
    ) async throws -> Content {
        let isSealed = (model.chats[chat].encryption == .e2ee) != (sealing == .wrong)
        guard isSealed else { return Content(text: words) }
        if sealing == .now { _ = try await roster(of: chat, reader: author) }
        let roster = watches[chat]?.roster
        return Content(
            scheme: "martlet.envelope.v1", ciphertext: Array(words.utf8), rosterVersion: roster?.rosterVersion ?? 0,
            keys: roster?.devices.map { WrappedKey(deviceID: $0.deviceID, key: [1]) } ?? [])
    }

    /// A device that had no answer sends again.
    mutating func again(_ index: Int, isChanged: Bool) async throws {
        guard index < commands.count else { return }
        let sent = commands[index]
        guard let seq = sent.seq else { return }
        let command = LogCommand(
            chatID: sent.command.chatID, author: sent.command.author, action: sent.command.action,
            clientID: sent.command.clientID, bodyHash: isChanged ? [255] : sent.command.bodyHash)
        let outcome = try await ports.log.append(command) { _ in }
        let chat = model.chats[sent.chat]
        let isErased = chat.entry(seq)?.deletedBy != nil
        if isChanged, chat.encryption == .server, !isErased {
            guard case .refused(.clientIDReused) = outcome else {
                throw PropertyFailure(message: "another body under a client id: \(outcome)")
            }
        } else {
            guard case .duplicate(let entry) = outcome else {
                throw PropertyFailure(message: "command \(index) again: \(outcome)")
            }
            try check(entry, in: sent.chat, at: seq, through: chat.lastSeq)
        }
    }

    // MARK: Outcomes

    private mutating func compare(
        _ outcome: AppendOutcome, with prediction: Prediction, content: Content?, command: LogCommand, chat: Int
    ) throws {
        switch (outcome, prediction) {
        case (.refused, .refused): return
        case (.unchanged(let entry), .unchanged(let seq)):
            try expectEqual(entry?.seq, seq, "the entry that made it so")
        case (.appended(let entries), .entries(let expected)):
            try expectEqual(entries.count, expected.count, "entries of one command")
            model.step += 1
            for (entry, var expected) in zip(entries, expected) {
                expected.content = content
                model.append(expected, to: chat)
                try check(entry, in: chat, clientID: command.clientID)
                announced.append(.entry(entry))
            }
            if expected.contains(where: { $0.change.map { $0.kind != .role } ?? false }) {
                watches[chat]?.isStale = true
            }
        default: throw PropertyFailure(message: "\(outcome), expected \(prediction)")
        }
    }

    private func check(_ appended: AppendedEntry, in chat: Int, clientID: ClientID?) throws {
        let known = model.chats[chat]
        let seq = known.lastSeq
        try check(appended.entry, in: chat, at: seq, through: seq)
        try expectEqual(appended.entry.clientID, clientID?.text ?? "", "client id of \(chat).\(seq)")
        try expectEqual(appended.memberVersion, known.memberVersion, "member version of \(chat).\(seq)")
        let person = known.entry(seq)?.change?.person
        try expectEqual(appended.inbox?.userID, person.map { user($0).rawValue }, "who is told of \(chat).\(seq)")
        guard let person, let item = appended.inbox, let view = item.chat else { return }
        try expectEqual(item.inboxSeq, model.inboxSeqs[person], "inbox number of \(person)")
        try check(view, of: chat, for: person)
    }
}
