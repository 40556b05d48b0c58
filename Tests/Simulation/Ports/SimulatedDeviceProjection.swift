internal import Basics
internal import Communication
internal import Contracts
internal import WireProtocol

struct SimulatedDeviceProjection: DeviceProjection {
    let commits: SimulatedCommits

    func apply(_ change: DeviceChanged) async throws(StoreError) {
        try await commits.commit { store, _ in store.devices.apply(change) }
    }
}
