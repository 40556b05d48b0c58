import Basics
import Communication
import WireProtocol

/// A world in which one person has two devices that come and go, while frames get lost or come twice.
struct DeviceWorld {
    static let person = 0

    var world: World
    var generator: OperationGenerator
    private(set) var devices: [ClientDevice]
    private(set) var story: [String] = []

    init(store: any PropertyStore, base: UInt64, seed: UInt64) {
        world = World(store: store, base: base)
        generator = OperationGenerator(seed: seed)
        let user = world.user(Self.person).rawValue
        devices = [ClientDevice(user: user), ClientDevice(user: user)]
    }

    mutating func run(steps: Int) async throws {
        for operation in generator.prelude() { try await perform(operation) }
        // Devices that have never been shown a chat are not told of those that are over.
        try await perform(.create(.group, .server, creator: Self.person, others: [1, 2], client: .max))
        for index in devices.indices {
            devices[index].connect()
            try await settle(index)
        }
        for _ in 0..<steps { try await step() }
        for index in devices.indices {
            devices[index].disconnect()
            devices[index].connect()
        }
        for index in devices.indices { try await settle(index) }
        try await compare()
        try await world.drainOutbox()
    }

    // MARK: Steps

    private mutating func step() async throws {
        let index = generator.random.below(devices.count)
        switch generator.random.below(100) {
        case ..<40: try await perform(generator.next(in: world, mayRestart: false))
        case ..<50: toggle(index)
        case ..<75:
            story.append("device \(index) receives a frame of \(devices[index].underWay.count)")
            devices[index].receive()
        default:
            story.append("device \(index) asks")
            try await devices[index].step(world.ports, pageSize: generator.random.within(1...4))
        }
    }

    private mutating func toggle(_ index: Int) {
        story.append("device \(index) is \(devices[index].isOnline ? "gone" : "back")")
        devices[index].isOnline ? devices[index].disconnect() : devices[index].connect()
    }

    private mutating func perform(_ operation: Operation) async throws {
        story.append("\(operation)")
        try await world.perform(operation)
        for announcement in world.takeAnnounced() { announce(announcement) }
    }

    /// Until nothing is under way and nothing is missing.
    private mutating func settle(_ index: Int) async throws {
        for _ in 0..<1_000 {
            guard !devices[index].isIdle else { return }
            devices[index].receive()
            try await devices[index].step(world.ports, pageSize: 5)
        }
        throw PropertyFailure(message: "device \(index) does not come to rest")
    }

    // MARK: Delivery, as a gateway does it

    private mutating func announce(_ announcement: World.Announcement) {
        let user = devices[0].user
        switch announcement {
        case .inbox(let items):
            for view in items.filter({ $0.userID == user }).compactMap(\.chat) { deliver(.chatUpdated(view)) }
        case .entry(let appended): announce(appended)
        case .moved(let position):
            if position.userID == user, let seq = position.readSeq { deliver(.read(chat: position.chatID, seq: seq)) }
        }
    }

    private mutating func announce(_ appended: AppendedEntry) {
        let view = appended.inbox.flatMap { $0.userID == devices[0].user ? $0.chat : nil }
        let isRemoval = view?.leftSeq != nil
        if let view, !isRemoval { deliver(.chatUpdated(view)) }
        let chat = world.model.chats.first { $0.id.rawValue == appended.entry.chatID }
        // Of two entries of one command the second may be the removal.
        let interval = chat?.interval(of: Self.person)
        let isSeen = interval.map { $0.from <= appended.entry.seq && appended.entry.seq <= $0.through } ?? false
        if isSeen { deliver(.entry(appended.entry)) }
        if let view, isRemoval { deliver(.chatUpdated(view)) }
    }

    private mutating func deliver(_ frame: ClientDevice.Frame) {
        for index in devices.indices {
            switch generator.random.below(10) {
            case 0, 1: break
            case 2:
                devices[index].send(frame)
                devices[index].send(frame)
            default: devices[index].send(frame)
            }
        }
    }

    // MARK: What must be the same in the end

    private func compare() async throws {
        try expectEqual(devices[0].chats.keys.sorted(), devices[1].chats.keys.sorted(), "chats of the two devices")
        for (index, chat) in world.model.chats.enumerated() {
            guard let interval = chat.interval(of: Self.person) else { continue }
            let request = EntryPageRequest(chatID: chat.id, after: 0, before: nil, limit: 1_000)
            let page = try await world.ports.log.page(request, reader: world.user(Self.person))
            let expected = page?.entries ?? []
            for (number, device) in devices.enumerated() {
                guard let local = device.chats[chat.id.rawValue] else {
                    throw PropertyFailure(message: "device \(number) does not know chat \(index)")
                }
                let what = "chat \(index) on device \(number)"
                try expectEqual(local.leftSeq, interval.isPresent ? nil : interval.through, "departure from \(what)")
                try expectEqual(local.visible.map(\.seq), expected.map(\.seq), "entries of \(what)")
                try expectEqual(local.visible.map(\.kind), expected.map(\.kind), "kinds in \(what)")
                // What was deleted after somebody had left, that person's devices are not told.
                guard interval.isPresent else { continue }
                for (actual, entry) in zip(local.visible, expected) {
                    try expectEqual(actual, entry, "entry \(entry.seq) of \(what)")
                }
                try expectEqual(UInt64(local.unreadCount()), chat.unread(Self.person), "unread in \(what)")
            }
        }
    }
}
