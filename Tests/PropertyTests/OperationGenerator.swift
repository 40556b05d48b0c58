import TestSupport
import WireProtocol

/// Makes operations that mostly make sense where the world stands, and sometimes do not.
struct OperationGenerator {
    var random: SplitMix64
    private var lastClient: UInt64 = 0

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// Most people have a device before anything happens.
    mutating func prelude() -> [Operation] {
        var operations: [Operation] = []
        for person in 0..<World.personCount where random.isTrue(percent: 90) {
            operations.append(.device(0, of: person, isActive: true, keys: 0))
        }
        return operations
    }

    mutating func next(in world: World, mayRestart: Bool = true) -> Operation {
        guard !world.model.chats.isEmpty else { return create() }
        switch random.below(100) {
        case ..<4: return create()
        case ..<54: return content(in: world)
        case ..<68: return members(in: world)
        case ..<71: return .again(command: random.below(world.commands.count), isChanged: random.isTrue(percent: 30))
        case ..<74: return device()
        case ..<75: return block()
        case ..<82: return move(in: world)
        case ..<86: return read(in: world)
        case ..<91: return .sync(device: random.below(World.deviceCount), of: random.below(World.personCount))
        case ..<92: return receipts(in: world)
        case ..<96:
            if random.isTrue(percent: 30) { return .finish(claim: random.below(world.claims.count)) }
            return .claim(limit: random.within(1...12), isDone: random.isTrue(percent: 50))
        case 99 where mayRestart: return .restart
        default: return wait(in: world)
        }
    }

    private mutating func client() -> UInt64 {
        lastClient += 1
        return lastClient
    }

    private mutating func create() -> Operation {
        let people = random.some(of: Array(0..<World.personCount), count: 2...World.personCount)
        // Sometimes under a client id that was used.
        let client = random.isTrue(percent: 15) ? UInt64(random.within(1...9)) : client()
        let kinds: [(ChatType, ChatEncryption)] = [
            (.direct, .e2ee), (.group, .server), (.group, .server), (.group, .e2ee), (.channel, .server),
        ]
        let (type, encryption) = kinds[random.below(kinds.count)]
        let others = type == .direct ? [people[1]] : Array(people.dropFirst())
        return .create(type, encryption, creator: people[0], others: others, client: client)
    }

    // MARK: Who and where

    /// Mostly one that is not empty.
    private mutating func chat(in world: World) -> Int {
        let index = random.below(world.model.chats.count)
        guard world.model.chats[index].present().isEmpty, random.isTrue(percent: 90) else { return index }
        return random.below(world.model.chats.count)
    }

    /// Mostly somebody who is there.
    private mutating func person(in chat: ModelChat) -> Int {
        let present = chat.present().map(\.person)
        guard random.isTrue(percent: 92), let person = random.pick(present) else {
            return random.below(World.personCount)
        }
        return person
    }

    /// Somebody who may do what admins may, if there is one.
    private mutating func ruler(of chat: ModelChat) -> Int {
        let rulers = chat.present().filter { $0.role != .member }.map(\.person)
        return random.isTrue(percent: 80) ? random.pick(rulers) ?? person(in: chat) : person(in: chat)
    }

    /// Mostly an entry of this kind.
    private mutating func target(in chat: ModelChat, of kind: EntryKind) -> UInt64 {
        if random.isTrue(percent: 93) {
            let start = random.below(chat.log.count)
            for step in chat.log.indices {
                let index = (start + step) % chat.log.count
                if chat.log[index].kind == kind { return UInt64(index + 1) }
            }
        }
        return UInt64(random.within(1...chat.log.count + 1))
    }

    /// Mostly who wrote it.
    private mutating func author(of target: UInt64, in chat: ModelChat) -> Int {
        guard random.isTrue(percent: 85), let entry = chat.entry(target) else { return ruler(of: chat) }
        return entry.author
    }

    private mutating func sealing() -> Sealing {
        switch random.below(40) {
        case 0: .wrong
        case 1, 2: .stale
        default: .now
        }
    }

    // MARK: What

    private mutating func content(in world: World) -> Operation {
        let index = chat(in: world)
        let chat = world.model.chats[index]
        let client = client()
        let emoji = ["+", "-"][random.below(2)]
        var author = chat.type == .channel ? ruler(of: chat) : person(in: chat)
        let action: Action
        switch random.below(16) {
        case ..<8: action = send(client, in: chat)
        case ..<11:
            let message = target(in: chat, of: .message)
            author = self.author(of: message, in: chat)
            action = .edit(message, "e\(client)", sealing())
        case ..<13: action = .react(target(in: chat, of: .message), emoji, sealing())
        case 13:
            let reaction = target(in: chat, of: .reaction)
            author = self.author(of: reaction, in: chat)
            action = .unreact(chat.entry(reaction)?.refersTo ?? 1, chat.entry(reaction)?.words ?? emoji)
        default:
            let target = target(in: chat, of: random.isTrue(percent: 75) ? .message : .reaction)
            author = self.author(of: target, in: chat)
            action = .delete(target)
        }
        return .act(action, by: author, chat: index, client: client)
    }

    private mutating func send(_ client: UInt64, in chat: ModelChat) -> Action {
        let files = random.isTrue(percent: 20) ? [client, client + 1] : []
        let isReply = random.isTrue(percent: chat.encryption == .server ? 20 : 1)
        let replyTo = isReply ? target(in: chat, of: .message) : nil
        return .send("m\(client)", replyTo: replyTo, files: files, sealing())
    }

    private mutating func members(in world: World) -> Operation {
        let index = chat(in: world)
        let chat = world.model.chats[index]
        let client = client()
        let author = ruler(of: chat)
        let action: Action
        switch random.below(10) {
        case ..<5:
            let people = random.some(of: Array(0..<World.personCount), count: 1...2)
            action = .add(people, random.isTrue(percent: 25) ? .admin : .member)
        case 5: action = .remove(random.below(World.personCount))
        case 6:
            let leaver = person(in: chat)
            return .act(.remove(leaver), by: leaver, chat: index, client: client)
        case 7, 8:
            let roles: [MemberRole] = [.member, .admin, .admin, .owner]
            action = .role(random.below(World.personCount), roles[random.below(roles.count)])
        default:
            action = chat.encryption == .e2ee ? .profile("p\(client)", sealing()) : .rename("n\(client % 3)")
        }
        return .act(action, by: author, chat: index, client: client)
    }

    private mutating func device() -> Operation {
        .device(
            random.below(World.deviceCount), of: random.below(World.personCount), isActive: random.isTrue(percent: 75),
            keys: UInt8(random.below(3)))
    }

    /// Ends as often as it begins, so that most pairs can talk.
    private mutating func block() -> Operation {
        let pair = random.some(of: Array(0..<World.personCount), count: 2...2)
        return .block(pair[0], pair[1], isBlocked: random.isTrue(percent: 40))
    }

    private mutating func move(in world: World) -> Operation {
        let index = chat(in: world)
        let chat = world.model.chats[index]
        func position() -> UInt64 { UInt64(random.below(chat.log.count + 2)) }
        return .move(person(in: chat), chat: index, read: position(), delivered: position())
    }

    private mutating func read(in world: World) -> Operation {
        let index = chat(in: world)
        let position = UInt64(random.below(world.model.chats[index].log.count + 2))
        let reader = random.below(World.personCount)
        let limit = random.within(1...8)
        switch random.below(3) {
        case 0: return .read(reader, chat: index, after: nil, before: nil, limit: limit)
        case 1: return .read(reader, chat: index, after: position, before: nil, limit: limit)
        default: return .read(reader, chat: index, after: nil, before: position, limit: limit)
        }
    }

    private mutating func receipts(in world: World) -> Operation {
        let index = chat(in: world)
        let seq = UInt64(random.within(1...world.model.chats[index].log.count + 1))
        return .receipts(random.below(World.personCount), chat: index, seq: seq)
    }

    /// Mostly a moment, sometimes back, sometimes longer than a claim is held.
    private mutating func wait(in world: World) -> Operation {
        // What a clock that goes back means for claims is nobody's promise.
        let isHeld = world.model.outbox.contains { $0.hold != nil }
        return switch random.below(6) {
        case 0 where !isHeld: .wait(-Int64(random.below(5_000)))
        case ..<3 where isHeld: .wait(31_000)
        default: .wait(Int64(random.below(2_000)))
        }
    }
}
