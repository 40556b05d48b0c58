/// What one person's list says of another. Numbers are those of the stores.
public enum ContactLink: Int64, Sendable {
    case none = 0
    /// The owner of the list has asked.
    case outgoing = 1
    /// The other one has asked.
    case incoming = 2
    case accepted = 3
    /// By the owner of the list.
    case blocked = 4
}

/// What somebody wants to do with a contact.
public enum ContactAction: Sendable {
    case request
    case accept
    case block
    case remove
}

/// What each of two people's lists says of the other.
public struct ContactPair: Equatable, Sendable {
    /// Of the one who acts.
    public var own: ContactLink
    public var other: ContactLink

    public init(own: ContactLink, other: ContactLink) {
        self.own = own
        self.other = other
    }

    public var isContact: Bool { own == .accepted && other == .accepted }

    /// Whether either has blocked the other.
    public var isBlocked: Bool { own == .blocked || other == .blocked }
}

/// Why nothing was done with a contact.
public enum ContactRefusal: Equatable, Sendable {
    case noSuchUser
    case noSuchContact
    /// There is no request to be accepted.
    case notRequested
    /// By the one who acts.
    case blocked
    case tooMany(limit: Int)
    case tooManyToday(retryAfterMilliseconds: Int64)
}

/// How two people become contacts, and cease to be, pure. Whoever is blocked is told nothing that somebody who was
/// removed or has not been answered would not be told.
public enum ContactRules {
    public enum Decision: Equatable, Sendable {
        case change(ContactPair)
        case unchanged
        case refused(ContactRefusal)
    }

    public static func decide(_ action: ContactAction, _ pair: ContactPair) -> Decision {
        let after: Decision =
            switch action {
            case .request: request(pair)
            case .accept: accept(pair)
            case .block: .change(ContactPair(own: .blocked, other: afterBlock(pair.other)))
            case .remove: remove(pair)
            }
        return after == .change(pair) ? .unchanged : after
    }

    /// Whoever has asked already is accepted by it. Somebody who blocks hears of nothing.
    private static func request(_ pair: ContactPair) -> Decision {
        switch (pair.own, pair.other) {
        case (.blocked, _): .refused(.blocked)
        case (.accepted, _): .unchanged
        case (.incoming, _), (.none, .outgoing): .change(ContactPair(own: .accepted, other: .accepted))
        case (_, .blocked): .change(ContactPair(own: .outgoing, other: .blocked))
        // Also one whose request met a block that is over: it may be made again.
        default: .change(ContactPair(own: .outgoing, other: .incoming))
        }
    }

    private static func accept(_ pair: ContactPair) -> Decision {
        switch pair.own {
        case .incoming, .accepted: .change(ContactPair(own: .accepted, other: .accepted))
        case .outgoing, .blocked: .refused(.notRequested)
        case .none: .refused(.noSuchContact)
        }
    }

    private static func remove(_ pair: ContactPair) -> Decision {
        switch pair.own {
        case .none: .refused(.noSuchContact)
        // What was asked of somebody who blocks stays asked: to them it looks as if nobody had seen it.
        case .blocked: .change(ContactPair(own: .none, other: pair.other))
        default: .change(ContactPair(own: .none, other: pair.other == .blocked ? .blocked : .none))
        }
    }

    /// To the one who is blocked a contact ends as if it was removed, a request stays unanswered.
    private static func afterBlock(_ other: ContactLink) -> ContactLink {
        switch other {
        case .outgoing, .blocked: other
        case .none, .incoming, .accepted: .none
        }
    }
}
