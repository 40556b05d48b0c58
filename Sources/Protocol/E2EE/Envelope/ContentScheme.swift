public import SecureFormat

/// How the content of one chat is sealed and opened: a scheme is one type behind this interface, and its name stands in
/// the entry's content.
///
/// A value has the state of one device in one chat. It changes only where sealing or opening succeeds, so that a
/// failure can be shown and tried again. The client writes the state down before it sends what was sealed, and
/// together with what was opened.
public protocol ContentScheme<Provider>: Sendable {
    associatedtype Provider: CryptoProvider

    /// `scheme` of an entry's content.
    static var name: StaticString { get }

    var chatID: UInt64 { get }

    /// Of a chat in which this device has neither sealed nor opened anything.
    init(chatID: UInt64)

    /// What `encodedState` gave, of this chat.
    init(restoring state: [UInt8], chatID: UInt64) throws(StateRefusal)

    func encodedState() throws(FormatError) -> [UInt8]

    /// - Parameter roster: the devices that are to read it, this one among them.
    mutating func seal(
        _ draft: Draft, from device: LocalDevice<Provider>, for roster: Roster<Provider>
    ) throws(SealRefusal) -> SealedMessage

    /// - Parameters:
    ///   - place: what the server says of the entry.
    ///   - sender: what the server has of the sender's device; nil when it has nothing (any more).
    ///   - identityKey: the sender's, as this client knows it; nil when it knows none.
    ///   - roster: what this client knows of the chat's devices.
    mutating func open(
        _ content: SealedContent, at place: Place, from sender: DeviceRecord?, identityKey: [UInt8]?,
        by device: LocalDevice<Provider>, knowing roster: Roster<Provider>?
    ) throws(OpenRefusal) -> OpenedContent
}
