import Testing
import WireProtocol

/// The last event of a chat or an inbox, which leaves no gap to see.
enum LostEvent: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case message
    case rename
    case creationItem
    case creation
    case joinItem
    case joinEntry
    case join
    case removalItem
    case removalEntry
    case removal

    var testDescription: String {
        switch self {
        case .message: "a message"
        case .rename: "a new name"
        case .creationItem: "a creation: the members are not told"
        case .creation: "a creation: the members are not told, nor the entry announced"
        case .joinItem: "a join: who joins is not told"
        case .joinEntry: "a join: the entry is not announced"
        case .join: "a join: neither"
        case .removalItem: "a removal: who goes is not told"
        case .removalEntry: "a removal: the entry is not announced"
        case .removal: "a removal: neither"
        }
    }

    /// What happened, and how everybody's sockets are to learn of it in the end.
    struct Aftermath: Sendable {
        let chat: UInt64
        /// Who gets what is said afterwards.
        let members: [Stage.Role]
        let learned: @Sendable () async throws -> Void
        /// Who cannot have learned of it yet, and how to tell.
        let unknown: @Sendable () async throws -> Bool
    }

    /// Has it happen, and its event get lost.
    func happen(on stage: Stage) async throws -> Aftermath {
        switch self {
        case .message: try await message(stage)
        case .rename: try await rename(stage)
        case .creationItem, .creation: try await creation(stage)
        case .joinItem, .joinEntry, .join: try await join(stage)
        case .removalItem, .removalEntry, .removal: try await removal(stage)
        }
    }

    private func message(_ stage: Stage) async throws -> Aftermath {
        let chat = try await stage.group(with: stage.bob, stage.eve)
        let lost = stage.server.bus.loseNext { $0.isEntry(of: chat, .message) }
        let seq = try await stage.ada.socket.say("the last word", in: chat).seq
        try await lost.all()
        return Aftermath(chat: chat, members: [stage.bob, stage.eve]) {
            for role in [stage.bob, stage.eve] { _ = try await role.socket.untilEntry(seq, of: chat) }
        } unknown: {
            try await stage.bob.socket.settle()
            return !stage.bob.socket.received.now.hasEntry(seq, of: chat)
        }
    }

    private func rename(_ stage: Stage) async throws -> Aftermath {
        let chat = try await stage.group(with: stage.bob, stage.eve)
        let lost = stage.server.bus.loseNext { $0.isEntry(of: chat, .chat) }
        try await stage.ada.person.rename(chat, to: "another name")
        try await lost.all()
        let seq = try await stage.lastSeq(of: chat)
        return Aftermath(chat: chat, members: [stage.bob, stage.eve]) {
            for role in [stage.ada, stage.bob, stage.eve] {
                let entry = try await role.socket.untilEntry(seq, of: chat)
                #expect(entry.name == "another name")
            }
        } unknown: {
            try await stage.bob.socket.settle()
            return !stage.bob.socket.received.now.hasEntry(seq, of: chat)
        }
    }

    private func creation(_ stage: Stage) async throws -> Aftermath {
        let (bus, bob) = (stage.server.bus, stage.bob)
        let item = bus.loseNext { $0.isInboxItem(of: bob.person.id) }
        let entry = self == .creation ? bus.loseNext { $0.entryAppended?.kind == .chat } : nil
        let chat = try await stage.ada.person.newChat(with: [bob.person]).id
        try await item.all()
        try await entry?.all()
        return Aftermath(chat: chat, members: [bob]) {
            for role in [stage.ada, bob] { _ = try await role.socket.untilUpdate(of: chat) }
        } unknown: {
            try await bob.socket.settle()
            return bob.socket.received.now.updates(of: chat).isEmpty
        }
    }

    private func join(_ stage: Stage) async throws -> Aftermath {
        let (bus, bob, eve) = (stage.server.bus, stage.bob, stage.eve)
        let chat = try await stage.group(with: bob)
        let item = self == .joinEntry ? nil : bus.loseNext { $0.isInboxItem(of: eve.person.id) }
        let entry = self == .joinItem ? nil : bus.loseNext { $0.isMember(.joined, of: eve.person.id) }
        try await stage.ada.person.add(eve.person, to: chat)
        try await item?.all()
        try await entry?.all()
        let seq = try await stage.lastSeq(of: chat)
        return Aftermath(chat: chat, members: [bob, eve]) {
            for role in [stage.ada, bob] { _ = try await role.socket.untilEntry(seq, of: chat) }
            let view = try await eve.socket.untilUpdate(of: chat)
            #expect(view.role == .member && view.leftSeq == nil)
            // The own join is either in what the client was told to pull, or comes live.
            if view.lastSeq < seq { _ = try await eve.socket.untilEntry(seq, of: chat) }
        } unknown: {
            let loser = self == .joinItem ? eve.socket : bob.socket
            try await loser.settle()
            let seen = loser.received.now
            return self == .joinItem ? seen.updates(of: chat).isEmpty : !seen.hasEntry(seq, of: chat)
        }
    }

    private func removal(_ stage: Stage) async throws -> Aftermath {
        let (bus, bob, eve) = (stage.server.bus, stage.bob, stage.eve)
        let chat = try await stage.group(with: bob, eve)
        let item = self == .removalEntry ? nil : bus.loseNext { $0.isInboxItem(of: eve.person.id) }
        let entry = self == .removalItem ? nil : bus.loseNext { $0.isMember(.removed, of: eve.person.id) }
        try await stage.ada.person.remove(eve.person, from: chat)
        try await item?.all()
        try await entry?.all()
        let seq = try await stage.lastSeq(of: chat)
        return Aftermath(chat: chat, members: [bob]) {
            for role in [stage.ada, bob, eve] { _ = try await role.socket.untilEntry(seq, of: chat) }
            let view = try await eve.socket.untilUpdate(of: chat) { $0.leftSeq != nil }
            #expect(view.leftSeq == seq && view.lastSeq == seq && view.role == .unspecified)
        } unknown: {
            try await eve.socket.settle()
            let seen = eve.socket.received.now
            switch self {
            case .removalItem: return seen.updates(of: chat).allSatisfy { $0.leftSeq == nil }
            // The inbox's item alone lets a gateway see that it misses the entry.
            case .removalEntry: return true
            default: return !seen.hasEntry(seq, of: chat)
            }
        }
    }
}
