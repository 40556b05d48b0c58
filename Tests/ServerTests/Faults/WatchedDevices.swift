import Communication
import Contracts
import WireProtocol

/// Devices as the store keeps them, with a look at how many changes it has taken: they are applied some time after
/// they are published, and nobody is told.
final class WatchedDevices: DeviceProjection {
    private let devices: any DeviceProjection
    private let appliedCount = Watched(0)

    init(_ devices: any DeviceProjection) {
        self.devices = devices
    }

    func apply(_ change: DeviceChanged) async throws(StoreError) {
        try await devices.apply(change)
        appliedCount.change { $0 += 1 }
    }

    /// Waits until the store has taken so many changes, counted from the start.
    func applied(_ count: Int) async throws {
        _ = try await appliedCount.until("\(count) applied changes") { $0 >= count ? true : nil }
    }
}
