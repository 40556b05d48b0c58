internal import Basics
internal import Communication
internal import Contracts
internal import WireProtocol

struct SimulatedPeopleProjection: PeopleProjection {
    let commits: SimulatedCommits

    func apply(_ change: BlockChanged) async throws(StoreError) {
        try await commits.commit { store, _ in store.people.apply(change) }
    }

    func apply(_ change: PrivacyChanged) async throws(StoreError) {
        try await commits.commit { store, _ in store.people.apply(change) }
    }
}
