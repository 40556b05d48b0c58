import Communication
import WireProtocol

extension AppendOutcome {
    var appended: [AppendedEntry]? {
        if case .appended(let entries) = self { entries } else { nil }
    }

    var duplicate: Entry? {
        if case .duplicate(let entry) = self { entry } else { nil }
    }

    var refusal: AppendRefusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }

    var isUnchanged: Bool {
        if case .unchanged = self { true } else { false }
    }

    /// The entry that made it so already.
    var earlier: Entry? {
        if case .unchanged(let entry) = self { entry } else { nil }
    }
}

extension ChatCreation {
    var created: (chat: Chat, first: AppendedEntry, inbox: [InboxItem])? {
        if case .created(let chat, let first, let inbox) = self { (chat, first, inbox) } else { nil }
    }

    var existing: Chat? {
        if case .existing(let chat) = self { chat } else { nil }
    }

    var refusal: AppendRefusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }
}

extension PositionOutcome {
    var moved: PositionMoved? {
        if case .moved(let position) = self { position } else { nil }
    }
}

extension ReceiptLookup {
    var found: GetMessageStatusResponse? {
        if case .receipts(let receipts) = self { receipts } else { nil }
    }
}
