public import Contracts
public import WireProtocol

/// Communication's own copy of everybody's devices, as Identity announces them: what the rosters of end-to-end
/// encrypted chats are made of.
public protocol DeviceProjection: Sendable {
    /// Takes note of a change, durably. One that is not newer than what is known of the device changes nothing, so that
    /// it may be told again.
    func apply(_ change: DeviceChanged) async throws(StoreError)
}
