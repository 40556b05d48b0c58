import Basics
import Communication
import WireProtocol

/// Everything that can be read, at the end of a sequence.
extension World {
    mutating func finalLook() async throws {
        for chat in model.chats.indices {
            try await lookAtState(of: chat)
            for person in 0..<Self.personCount {
                try await read(chat, by: person, after: 0, before: nil, limit: 1_000)
                try await lookUp(chat, for: person)
            }
        }
        for person in 0..<Self.personCount {
            try await lookAtLists(of: person)
            for device in 0..<Self.deviceCount { try await sync(device, of: person) }
        }
        try await drainOutbox()
    }

    private func lookUp(_ chat: Int, for person: Int) async throws {
        let known = model.chats[chat]
        switch try await ports.chats.chat(known.id, of: user(person)) {
        case .member(let view):
            try expectTrue(known.role(of: person) != nil, "\(person) is taken for a member of chat \(chat)")
            try check(view, of: chat, for: person)
        case .former:
            try expectEqual(known.interval(of: person)?.isPresent, false, "\(person) has left chat \(chat)")
        case .none:
            try expectTrue(known.interval(of: person) == nil, "chat \(chat) is hidden from \(person)")
        }
    }

    private func lookAtState(of chat: Int) async throws {
        let known = model.chats[chat]
        let people = Array(0..<Self.personCount)
        let found = try await ports.log.state(of: known.id, after: 0, limit: 1_000, users: people.map(user))
        guard let state = found else { throw PropertyFailure(message: "chat \(chat) has no state") }
        try expectEqual(state.lastSeq, known.lastSeq, "last entry of chat \(chat)")
        try expectEqual(state.memberVersion, known.memberVersion, "member version of chat \(chat)")
        let intervals = people.compactMap { person in
            known.interval(of: person).map {
                MemberInterval(
                    userID: user(person).rawValue, visibleFromSeq: $0.from, leftSeq: $0.isPresent ? nil : $0.through)
            }
        }
        try expectEqual(state.members.sorted { $0.userID < $1.userID }, intervals, "members of chat \(chat)")
        try expectEqual(state.entries.count, known.log.count, "entries of chat \(chat)")
        for entry in state.entries { try check(entry, in: chat, at: entry.seq, through: known.lastSeq) }
    }

    private func lookAtLists(of person: Int) async throws {
        let present = model.chats.indices.filter { model.chats[$0].role(of: person) != nil }
        let newestFirst = present.sorted { model.chats[$0].lastStep > model.chats[$1].lastStep }
        let ids = newestFirst.map { model.chats[$0].id.rawValue }
        let listed = try await ports.chats.chats(of: user(person), below: UInt64(Int64.max), limit: 100)
        try expectEqual(listed.map(\.chat.id), ids, "chat list of \(person)")
        for (item, index) in zip(listed, newestFirst) { try check(item.chat, of: index, for: person) }
        let subscriptions = try await ports.chats.subscriptions(of: user(person))
        try expectEqual(subscriptions.chats.map(\.chatID).sorted(), ids.sorted(), "subscriptions of \(person)")
        try expectEqual(subscriptions.inboxSeq, model.inboxSeqs[person] ?? 0, "inbox of \(person)")
        for subscription in subscriptions.chats {
            guard let index = present.first(where: { model.chats[$0].id.rawValue == subscription.chatID }) else {
                continue
            }
            let known = model.chats[index]
            try expectEqual(subscription.lastSeq, known.lastSeq, "subscription of \(person) to chat \(index)")
            try expectEqual(subscription.memberVersion, known.memberVersion, "member version of chat \(index)")
            try expectEqual(subscription.visibleFromSeq, known.interval(of: person)?.from, "first entry of \(index)")
        }
        for index in present {
            let members = try await ports.chats.members(
                of: model.chats[index].id, reader: user(person), above: UserID(0), limit: 100)
            let expected = model.chats[index].present().sorted { $0.person < $1.person }
            try expectEqual(
                members?.map(\.userID), expected.map { user($0.person).rawValue }, "members of chat \(index)")
            try expectEqual(members?.map(\.role), expected.map(\.role), "roles in chat \(index)")
        }
    }
}
