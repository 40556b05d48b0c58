public import WireProtocol

/// Why an entry is not taken.
public enum AppendRefusal: Hashable, Sendable {
    /// There is no such chat, or the sender is not in it: told the same way, so that nobody learns which chats exist.
    case noSuchChat
    case encryptionRequired
    case plaintextRequired
    case clientIDReused

    public var apiError: APIError {
        switch self {
        case .noSuchChat: APIError(.chatNotFound)
        case .encryptionRequired: APIError(.messageEncryptionRequired)
        case .plaintextRequired: APIError(.messagePlaintextRequired)
        case .clientIDReused: APIError(.messageClientIDReused)
        }
    }
}

/// The rules of appending, pure: a backend reads the facts under the chat's lock and asks here.
public enum AppendRules {
    /// What the chat says of itself and the sender while its lock is held.
    public struct ChatFacts: Sendable {
        public let encryption: ChatEncryption

        public init(encryption: ChatEncryption) {
            self.encryption = encryption
        }
    }

    /// Whether a send whose client id is known repeats the first one. In end-to-end encrypted chats every repetition
    /// does: sealing again gives other bytes.
    public static func refusal(
        ofRepeated entry: NewEntry, firstBodyHash: [UInt8], encryption: ChatEncryption
    ) -> AppendRefusal? {
        encryption == .server && entry.bodyHash != firstBodyHash ? .clientIDReused : nil
    }

    /// - Parameter facts: nil when the chat does not exist or the sender is not its member.
    public static func refusal(of entry: NewEntry, facts: ChatFacts?) -> AppendRefusal? {
        guard let facts else { return .noSuchChat }
        if facts.encryption == .server {
            return entry.content.text == nil ? .plaintextRequired : nil
        }
        // Sealed content needs devices with keys, which accounts do not have yet: nothing can be sent here.
        return .encryptionRequired
    }
}
