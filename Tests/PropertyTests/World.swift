import Basics
import Communication
import Contracts
import WireProtocol

/// Some people on a store and beside it the model: every operation is done to both and must come out the same.
struct World {
    static let consumer = "index"
    static let personCount = 5
    static let deviceCount = 2

    let store: any PropertyStore
    /// Before the first person's id: sequences that share a store do not share people.
    let base: UInt64
    let limits = Limits()
    var model = Model()
    var commands: [SentCommand] = []
    var watches: [Int: RosterWatch] = [:]
    var deviceVersion: UInt64 = 0
    /// Those that are not done, of this process.
    var claims: [OutboxClaim] = []
    /// What was announced after commits, for those who listen.
    var announced: [Announcement] = []

    enum Announcement {
        case entry(AppendedEntry)
        case inbox([InboxItem])
        case moved(PositionMoved)
    }

    /// A command that was given, to give it again.
    struct SentCommand {
        let command: LogCommand
        let action: Action
        let chat: Int
        let author: Int
        /// Where its entry is, if it made one.
        var seq: UInt64?
    }

    /// What was last seen of a chat's roster.
    struct RosterWatch {
        var roster: GetChatKeysResponse
        /// Whether something has changed it since.
        var isStale: Bool
    }

    init(store: any PropertyStore, base: UInt64) {
        self.store = store
        self.base = base
    }

    var ports: CommunicationPorts { store.ports }

    func user(_ person: Int) -> UserID { UserID(base + UInt64(person)) }

    func person(_ user: UInt64) -> Int { Int(truncatingIfNeeded: user &- base) }

    func deviceID(_ number: Int, of person: Int) -> UInt64 { user(person).rawValue * 100 + UInt64(number) }

    func caller(_ person: Int) -> Caller {
        Caller(
            userID: user(person), deviceID: DeviceID(deviceID(0, of: person)),
            sessionID: SessionID(user(person).rawValue))
    }

    func clientID(_ number: UInt64) -> ClientID { ClientID(high: base, low: number) }

    mutating func perform(_ operation: Operation) async throws {
        switch operation {
        case .create(let type, let encryption, let creator, let others, let client):
            try await create(type, encryption, by: creator, others: others, client: client)
        case .act(let action, let author, let chat, let client):
            try await act(action, by: author, in: chat, client: client)
        case .again(let command, let isChanged): try await again(command, isChanged: isChanged)
        case .device(let number, let owner, let isActive, let keys):
            try await change(number, of: owner, isActive: isActive, keys: keys)
        case .block(let one, let other, let isBlocked): try await block(one, other, isBlocked: isBlocked)
        case .move(let person, let chat, let read, let delivered):
            try await move(person, in: chat, read: read, delivered: delivered)
        case .read(let reader, let chat, let after, let before, let limit):
            try await read(chat, by: reader, after: after, before: before, limit: limit)
        case .sync(let device, let person): try await sync(device, of: person)
        case .receipts(let reader, let chat, let seq): try await receipts(of: seq, in: chat, for: reader)
        case .claim(let limit, let isDone): try await claim(limit: limit, isDone: isDone)
        case .finish(let claim): try await finish(claim)
        case .wait(let milliseconds): store.clock.advance(by: milliseconds)
        case .restart:
            try store.restart()
            claims = []
            for index in model.outbox.indices { model.outbox[index].hold = nil }
        }
    }

    /// What has been announced since the last time.
    mutating func takeAnnounced() -> [Announcement] {
        defer { announced = [] }
        return announced
    }

    // MARK: What Identity tells

    private mutating func block(_ one: Int, _ other: Int, isBlocked: Bool) async throws {
        deviceVersion += 1
        try await ports.people.apply(
            BlockChanged(
                lowUserID: user(min(one, other)).rawValue, highUserID: user(max(one, other)).rawValue,
                version: deviceVersion, isBlocked: isBlocked))
        if isBlocked { model.blocks.insert([one, other]) } else { model.blocks.remove([one, other]) }
    }

    private mutating func change(_ number: Int, of owner: Int, isActive: Bool, keys: UInt8) async throws {
        deviceVersion += 1
        try await ports.devices.apply(
            DeviceChanged(
                userID: user(owner).rawValue, deviceID: deviceID(number, of: owner), version: deviceVersion,
                isActive: isActive, encryptionKey: [keys], signingKey: [keys], certificate: [keys]))
        guard model.devices.apply(number, of: owner, isActive: isActive, keys: keys) else { return }
        for (chat, _) in watches where model.chats[chat].role(of: owner) != nil { watches[chat]?.isStale = true }
    }

    /// The roster as `reader` is given it; its version must have risen if, and only if, something has changed.
    mutating func roster(of chat: Int, reader: Int) async throws -> GetChatKeysResponse? {
        let known = model.chats[chat]
        let roster = try await ports.chats.roster(of: known.id, reader: user(reader))
        try expectEqual(roster != nil, known.role(of: reader) != nil, "chat \(chat) has a roster for \(reader)")
        guard let roster, known.encryption == .e2ee else { return roster }
        let devices = model.devices.of(known.present().map(\.person))
        try expectEqual(
            roster.devices.map(\.deviceID), devices.map { deviceID($0.number, of: $0.owner) }, "roster of \(chat)")
        try expectEqual(roster.devices.map(\.certificate), devices.map { [$0.keys] }, "keys in the roster of \(chat)")
        if let watch = watches[chat] {
            let last = watch.roster.rosterVersion
            try expectTrue(
                watch.isStale ? roster.rosterVersion > last : roster.rosterVersion == last,
                "roster of chat \(chat): version \(roster.rosterVersion) after \(last), changed: \(watch.isStale)")
        }
        watches[chat] = RosterWatch(roster: roster, isStale: false)
        return roster
    }
}
