import Basics
import Communication
import WireProtocol

/// A device that does what docs/PROTOCOL.md asks of clients: one cursor, one position for each chat, what is missing is
/// pulled, and what comes live is put in its place by its sequence.
struct ClientDevice {
    enum Frame {
        case entry(Entry)
        case chatUpdated(Chat)
        case read(chat: UInt64, seq: UInt64)
    }

    let user: UInt64
    private(set) var chats: [UInt64: LocalChat] = [:]
    private(set) var isOnline = false
    /// On their way over the socket; lost with it.
    private(set) var underWay: [Frame] = []
    private var cursor = InboxCursor()
    private var needsHeads = false
    /// Chats of which something is missing, and whether even the chat itself is.
    private var pulls: [UInt64] = []
    private var lookUps: [UInt64] = []

    init(user: UInt64) {
        self.user = user
    }

    /// A socket opens, and with it frames flow.
    mutating func connect() {
        isOnline = true
        needsHeads = true
    }

    mutating func disconnect() {
        isOnline = false
        underWay = []
        pulls = []
        lookUps = []
    }

    mutating func send(_ frame: Frame) {
        if isOnline { underWay.append(frame) }
    }

    // MARK: What arrives

    mutating func receive() {
        guard !underWay.isEmpty else { return }
        switch underWay.removeFirst() {
        case .chatUpdated(let view): take(view)
        case .read(let chat, let seq): chats[chat]?.hear(readSeq: seq)
        case .entry(let entry): receive(entry)
        }
    }

    private mutating func receive(_ entry: Entry) {
        guard let chat = chats[entry.chatID], chat.leftSeq.map({ entry.seq <= $0 }) ?? true else {
            // From a chat that the device does not know to be in.
            if !lookUps.contains(entry.chatID) { lookUps.append(entry.chatID) }
            return
        }
        if entry.seq == chat.position + 1 {
            chats[entry.chatID]?.take(entry, of: user)
        } else if entry.seq > chat.position {
            chats[entry.chatID]?.hear(lastSeq: entry.seq)
            pullLater(entry.chatID)
        }
    }

    private mutating func take(_ view: Chat) {
        chats[view.id, default: LocalChat()].take(view)
        if chats[view.id]?.isBehind == true { pullLater(view.id) }
    }

    private mutating func pullLater(_ chat: UInt64) {
        if !pulls.contains(chat) { pulls.append(chat) }
    }

    // MARK: What the device asks

    var isIdle: Bool { !needsHeads && pulls.isEmpty && lookUps.isEmpty && underWay.isEmpty }

    /// The next call that is due.
    mutating func step(_ ports: CommunicationPorts, pageSize: Int) async throws {
        guard isOnline else { return }
        if needsHeads {
            try await askForHeads(ports)
        } else if let chat = lookUps.first {
            lookUps.removeFirst()
            if case .member(let view) = try await ports.chats.chat(ChatID(chat), of: UserID(user)) { take(view) }
        } else if let chat = pulls.first {
            try await pull(chat, ports, pageSize: pageSize)
        }
    }

    private mutating func askForHeads(_ ports: CommunicationPorts) async throws {
        let news = try await ports.chats.heads(of: UserID(user), after: cursor)
        for view in news.updated { take(view) }
        for head in news.heads {
            guard chats[head.chatID] != nil else {
                lookUps.append(head.chatID)
                continue
            }
            chats[head.chatID]?.hear(lastSeq: head.lastSeq, readSeq: head.readSeq)
        }
        cursor = news.cursor
        needsHeads = false
        // Also what an earlier socket did not live to see.
        for (id, chat) in chats.sorted(by: { $0.key < $1.key }) where chat.isBehind { pullLater(id) }
        // Where another device has read without anything having been appended, heads say nothing: the list does.
        for item in try await ports.chats.chats(of: UserID(user), below: UInt64(Int64.max), limit: 1_000) {
            take(item.chat)
        }
    }

    private mutating func pull(_ id: UInt64, _ ports: CommunicationPorts, pageSize: Int) async throws {
        let request = EntryPageRequest(
            chatID: ChatID(id), after: chats[id]?.position ?? 0, before: nil, limit: pageSize)
        let page = try await ports.log.page(request, reader: UserID(user))
        for entry in page?.entries ?? [] { chats[id]?.take(entry, of: user) }
        if page?.entries.isEmpty != false || chats[id]?.isBehind == false { pulls.removeAll { $0 == id } }
    }
}
