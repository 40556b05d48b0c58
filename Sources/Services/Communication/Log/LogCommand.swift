public import Basics
public import Contracts
public import WireProtocol

/// What somebody wants to happen in a chat: becomes entries of its log, or is refused.
public struct LogCommand: Sendable {
    public let chatID: ChatID
    public let author: Caller
    public let action: LogAction
    /// Makes the command repeatable; nil for those that are so by nature.
    public let clientID: ClientID?
    /// Of everything that the client chose: tells a re-send from another command under the same client id.
    public let bodyHash: [UInt8]

    public init(chatID: ChatID, author: Caller, action: LogAction, clientID: ClientID?, bodyHash: [UInt8]) {
        self.chatID = chatID
        self.author = author
        self.action = action
        self.clientID = clientID
        self.bodyHash = bodyHash
    }
}

public enum LogAction: Sendable {
    case send(content: Content, replyToSeq: UInt64?, fileIDs: [UInt64])
    case edit(target: UInt64, content: Content)
    case delete(target: UInt64)
    case react(target: UInt64, content: Content)
    /// The author's reaction with this emoji, in a chat that the server may read.
    case removeReaction(target: UInt64, emoji: String)
    case addMembers([UserID], role: MemberRole)
    case removeMember(UserID)
    case changeRole(UserID, role: MemberRole)
    case rename(String)
    /// Name and picture of an end-to-end encrypted chat.
    case setProfile(Content)
}

extension LogAction {
    /// What the client seals or writes, if the action carries any.
    public var content: Content? {
        switch self {
        case .send(let content, _, _), .edit(_, let content), .react(_, let content), .setProfile(let content): content
        default: nil
        }
    }

    /// The entry whose facts decide.
    public var target: UInt64? {
        switch self {
        case .send(_, let replyToSeq, _): replyToSeq
        case .edit(let target, _), .delete(let target), .react(let target, _), .removeReaction(let target, _): target
        default: nil
        }
    }

    /// The people whose membership decides, beside the author's.
    public var subjects: [UserID] {
        switch self {
        case .addMembers(let users, _): users
        case .removeMember(let user), .changeRole(let user, _): [user]
        default: []
        }
    }

    /// Whether the author's live reactions on the target decide.
    public var needsOwnReactions: Bool {
        switch self {
        case .react, .removeReaction: true
        default: false
        }
    }

    /// Whether the devices of an end-to-end encrypted chat's members decide.
    public var needsRoster: Bool {
        if case .addMembers = self { true } else { content != nil }
    }

    /// Whether it may be the owner who leaves.
    public var needsHeir: Bool {
        if case .removeMember = self { true } else { false }
    }

    /// Whether it takes something back for good: what it overwrites must not survive in a journal either.
    public var erases: Bool {
        switch self {
        case .delete, .removeReaction: true
        default: false
        }
    }

    /// What people wait for with a message in front of them, before everything else.
    public var isSend: Bool {
        if case .send = self { true } else { false }
    }
}
