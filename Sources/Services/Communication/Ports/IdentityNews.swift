public import Contracts
public import WireProtocol

/// Facts of Identity's that Communication must not miss. Identity writes each down in the transaction that makes it
/// true; it stays until Communication has taken note of it.
///
/// Whoever implements it sees both sides, so that no service calls another. `NewsAdded` on the bus is the hint that
/// there is something to read. Two that read at one time get the same: every fact has a version, and telling it again
/// changes nothing.
public protocol IdentityNews: Sendable {
    /// The oldest facts that are not done, in the order in which they were written; at most `limit`.
    func oldest(limit: Int) async throws(StoreError) -> [IdentityFact]

    /// All who need these facts have taken note of them, durably: they go.
    func done(_ facts: [IdentityFact]) async throws(StoreError)
}

public struct IdentityFact: Equatable, Sendable {
    /// Rises; not without gaps.
    public let number: UInt64
    public let event: Event

    public init(number: UInt64, event: Event) {
        self.number = number
        self.event = event
    }
}
