public import Contracts
public import WireProtocol

/// Communication's own copy of what Identity announces of people: who blocks whom, and who does not want others to know
/// what was read.
///
/// What an implementation has stored holds for every command that gets its place later. A change that is not newer than
/// what is known changes nothing, so that it may be told again.
public protocol PeopleProjection: Sendable {
    func apply(_ change: BlockChanged) async throws(StoreError)

    func apply(_ change: PrivacyChanged) async throws(StoreError)
}
