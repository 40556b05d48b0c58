public import WireProtocol

extension PrivacySettings {
    /// What holds for whoever has set nothing.
    public static let defaults = PrivacySettings(
        lastSeen: .everybody, groupAdditions: .everybody, readReceipts: true, typing: true, discoverable: true,
        foundByEmail: false)

    /// These, with what `change` gives in its place.
    public func changed(by change: PrivacySettings) -> PrivacySettings {
        PrivacySettings(
            lastSeen: change.lastSeen ?? lastSeen, groupAdditions: change.groupAdditions ?? groupAdditions,
            readReceipts: change.readReceipts ?? readReceipts, typing: change.typing ?? typing,
            discoverable: change.discoverable ?? discoverable, foundByEmail: change.foundByEmail ?? foundByEmail)
    }

    /// With everything that was never set.
    public var complete: PrivacySettings { .defaults.changed(by: self) }
}

extension Audience {
    /// Whether somebody belongs to it. What is not known is nobody.
    public func includes(isContact: Bool) -> Bool {
        switch self {
        case .everybody: true
        case .contacts: isContact
        default: false
        }
    }
}
