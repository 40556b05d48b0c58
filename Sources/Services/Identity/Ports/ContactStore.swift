public import Basics
public import Contracts
public import WireProtocol

/// Everybody's contacts, requests and blocks.
public protocol ContactStore: Sendable {
    /// Does what `ContactRules` says with the two lists, in one transaction: of two requests that meet, both are
    /// accepted. A block that begins or ends is written down for the services that must not miss it.
    ///
    /// - Parameter committed: called once the change is durable, in the order of the commits, just after the caller was
    ///   resumed.
    func change(
        _ action: ContactAction, of other: UserID, by user: UserID, limits: ContactLimits,
        committed: @escaping @Sendable (ContactOutcome) -> Void
    ) async throws(StoreError) -> ContactOutcome

    /// The list of a user in rising order of ids.
    ///
    /// - Parameters:
    ///   - state: nil for all.
    ///   - above: the user after whom the page begins.
    func contacts(
        of user: UserID, in state: ContactState?, above: UserID, limit: Int
    ) async throws(StoreError) -> [Contact]

    /// All of the user's contacts and blocks, of one moment.
    func relations(of user: UserID) async throws(StoreError) -> GetRelationsResponse

    /// Of those of the people who exist.
    func standings(of user: UserID, with people: [UserID]) async throws(StoreError) -> [Standing]
}

/// How much one user's list may hold.
public struct ContactLimits: Sendable {
    /// Accepted and pending ones.
    public let contactsMax: Int
    public let blocksMax: Int
    /// Requests without an answer: those that were made, and those that came in.
    public let pendingMax: Int
    public let requestsPerDayMax: Int

    public init(contactsMax: Int, blocksMax: Int, pendingMax: Int, requestsPerDayMax: Int) {
        self.contactsMax = contactsMax
        self.blocksMax = blocksMax
        self.pendingMax = pendingMax
        self.requestsPerDayMax = requestsPerDayMax
    }
}

public enum ContactOutcome: Equatable, Sendable {
    case changed(ContactChange)
    /// It was so already.
    case unchanged(Contact)
    case refused(ContactRefusal)
}

/// What a change of two lists means to everybody.
public struct ContactChange: Equatable, Sendable {
    /// As the one sees it who made the change.
    public let contact: Contact
    /// Whether it looked the same before, to the one who made the change.
    public let looksUnchanged: Bool
    /// For the gateways: of each whose relations are other ones now.
    public let relations: RelationsChanged
    /// When a block has begun or ended.
    public let block: BlockChanged?

    public init(contact: Contact, looksUnchanged: Bool, relations: RelationsChanged, block: BlockChanged?) {
        self.contact = contact
        self.looksUnchanged = looksUnchanged
        self.relations = relations
        self.block = block
    }
}
