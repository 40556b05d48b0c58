import Basics
import Communication
import WireProtocol

/// What returning devices are told, and what durable consumers are given.
extension World {
    mutating func sync(_ device: Int, of person: Int) async throws {
        let state = model.syncStates[[person, device]] ?? Model.SyncState()
        let heads = try await ports.chats.heads(of: user(person), after: state.cursor)
        let expected = expectedHeads(for: person, after: state)
        try expectEqual(
            heads.heads.map(\.chatID), expected.map { model.chats[$0].id.rawValue }, "heads of \(person)")
        for (head, index) in zip(heads.heads, expected) {
            let known = model.chats[index]
            let isPresent = known.role(of: person) != nil
            try expectEqual(head.lastSeq, known.interval(of: person)?.through, "head of chat \(index) for \(person)")
            try expectEqual(
                head.unreadCount, isPresent ? known.unread(person) : 0, "unread in the head of \(index) for \(person)")
            if isPresent { try expectEqual(head.readSeq, known.read[person] ?? 0, "position in the head of \(index)") }
        }
        let isNew = state.cursor == InboxCursor()
        try expectUpdated(heads.updated, for: person, after: isNew ? .max : state.cursor.inboxSeq)
        let inbox = try await ports.chats.inbox(of: user(person), after: state.cursor.inboxSeq)
        try expectUpdated(inbox.updated, for: person, after: state.cursor.inboxSeq)
        try expectEqual(inbox.inboxSeq, model.inboxSeqs[person] ?? 0, "inbox of \(person)")
        try expectEqual(heads.cursor.inboxSeq, inbox.inboxSeq, "cursor of \(person)")
        try expectTrue(heads.cursor.activity >= state.cursor.activity, "the cursor of \(person) went back")
        let newest = expected.first.map { model.chats[$0].step(for: person) }
        model.syncStates[[person, device]] = Model.SyncState(cursor: heads.cursor, step: newest ?? state.step)
    }

    /// Newest first. Somebody who has never been shown a head is not shown what is over.
    private func expectedHeads(for person: Int, after state: Model.SyncState) -> [Int] {
        model.chats.indices.filter { index in
            let known = model.chats[index]
            guard let interval = known.interval(of: person), known.step(for: person) > state.step else { return false }
            return interval.isPresent || state.cursor.activity > 0
        }.sorted { model.chats[$0].step(for: person) > model.chats[$1].step(for: person) }
    }

    private func expectUpdated(_ updated: [Chat], for person: Int, after seq: UInt64) throws {
        let expected = model.chats.indices.filter { model.chats[$0].inboxSeq[person] ?? 0 > seq }
        try expectEqual(
            updated.map(\.id).sorted(), expected.map { model.chats[$0].id.rawValue }.sorted(), "news of \(person)")
        for view in updated {
            guard let index = expected.first(where: { model.chats[$0].id.rawValue == view.id }) else { continue }
            try check(view, of: index, for: person)
        }
    }

    // MARK: Outbox

    mutating func claim(limit: Int, isDone: Bool) async throws {
        let now = store.clock.now
        let free = model.outbox.indices.filter { model.outbox[$0].hold.map { $0.until <= now } ?? true }
        let expected = free.prefix(limit)
        let claim = try await ports.outbox.claim(Self.consumer, limit: limit)
        try expectEqual(claim?.items ?? [], expected.map { model.outbox[$0].item }, "what is claimed")
        guard let claim else { return }
        for index in expected {
            model.outbox[index].hold = Model.Hold(claimID: claim.id, until: now + limits.outboxLeaseMilliseconds)
        }
        guard isDone else {
            claims.append(claim)
            return
        }
        try await ports.outbox.done(claim)
        for index in expected.reversed() { model.outbox.remove(at: index) }
    }

    /// What somebody else has claimed meanwhile stays theirs.
    mutating func finish(_ number: Int) async throws {
        guard number < claims.count else { return }
        let claim = claims[number]
        let now = store.clock.now
        // While its time is over and nobody else has claimed it, an item may go or stay.
        let isClear = model.outbox.allSatisfy { $0.hold?.claimID != claim.id || $0.hold?.until ?? 0 > now }
        guard isClear else { return }
        try await ports.outbox.done(claim)
        claims.remove(at: number)
        model.outbox.removeAll { $0.hold?.claimID == claim.id }
    }

    /// Claims all that is left, also what was claimed and never done.
    mutating func drainOutbox() async throws {
        let lastHold = model.outbox.compactMap(\.hold?.until).max() ?? 0
        store.clock.advance(by: max(0, lastHold - store.clock.now))
        while !model.outbox.isEmpty { try await claim(limit: 20, isDone: true) }
        try await claim(limit: 20, isDone: true)
    }
}

extension ModelChat {
    /// When something last happened here that this person may know of.
    func step(for person: Int) -> Int {
        role(of: person) == nil ? leftStep[person] ?? 0 : lastStep
    }
}
