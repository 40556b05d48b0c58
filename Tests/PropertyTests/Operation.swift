import WireProtocol

/// Something that somebody does. People and chats are numbered from 0 in the order in which they appear; a failure
/// lists operations as they are spelled here.
enum Operation: Sendable {
    case create(ChatType, ChatEncryption, creator: Int, others: [Int], client: UInt64)
    case act(Action, by: Int, chat: Int, client: UInt64)
    /// The command of this number again.
    case again(command: Int, isChanged: Bool)
    case device(Int, of: Int, isActive: Bool, keys: UInt8)
    case block(Int, Int, isBlocked: Bool)
    case move(Int, chat: Int, read: UInt64, delivered: UInt64)
    case read(Int, chat: Int, after: UInt64?, before: UInt64?, limit: Int)
    /// The device of this number asks what it has missed.
    case sync(device: Int, of: Int)
    case receipts(Int, chat: Int, seq: UInt64)
    case claim(limit: Int, isDone: Bool)
    /// The claim of this number that was not done is, at last.
    case finish(claim: Int)
    case wait(Int64)
    case restart
}

/// What appends to a log.
enum Action: Sendable {
    case send(String, replyTo: UInt64?, files: [UInt64], Sealing)
    case edit(UInt64, String, Sealing)
    case react(UInt64, String, Sealing)
    case profile(String, Sealing)
    case delete(UInt64)
    case unreact(UInt64, String)
    case add([Int], MemberRole)
    case remove(Int)
    case role(Int, MemberRole)
    case rename(String)
}

/// For which roster content is sealed, where the chat asks for it.
enum Sealing: Sendable {
    case now
    /// The one that was read last.
    case stale
    /// Plain text in a sealed chat, or sealed in a plain one.
    case wrong
}
