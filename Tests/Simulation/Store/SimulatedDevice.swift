internal import Basics
internal import WireProtocol

/// A device as Identity announced it last.
struct SimulatedDevice: Sendable {
    var change: DeviceChanged
    /// Taken when it became active; orders the devices of a roster.
    var activation: UInt64
}

/// Everybody's devices.
struct SimulatedDevices: Sendable {
    private(set) var byUser: [UserID: [UInt64: SimulatedDevice]] = [:]
    /// How often what a user's devices mean to a roster has changed.
    private(set) var versions: [UserID: UInt64] = [:]
    private var lastActivation: UInt64 = 0

    mutating func apply(_ change: DeviceChanged) {
        let user = UserID(change.userID)
        let known = byUser[user]?[change.deviceID]
        guard change.version > known?.change.version ?? 0 else { return }
        let wasActive = known?.change.isActive ?? false
        var activation = known?.activation ?? 0
        if change.isActive, !wasActive {
            lastActivation += 1
            activation = lastActivation
        }
        if change.isActive != wasActive || (wasActive && Self.hasOtherKeys(known?.change, change)) {
            versions[user, default: 0] += 1
        }
        byUser[user, default: [:]][change.deviceID] = SimulatedDevice(change: change, activation: activation)
    }

    func active(of user: UserID) -> [SimulatedDevice] {
        byUser[user].map { $0.values.filter(\.change.isActive) } ?? []
    }

    /// The active devices of these people, in the order in which they get a place in a roster.
    func active(of users: [UserID]) -> [SimulatedDevice] {
        users.flatMap { active(of: $0) }.sorted {
            ($0.activation, $0.change.deviceID) < ($1.activation, $1.change.deviceID)
        }
    }

    func version(of user: UserID) -> UInt64 { versions[user] ?? 0 }

    private static func hasOtherKeys(_ old: DeviceChanged?, _ new: DeviceChanged) -> Bool {
        old?.encryptionKey != new.encryptionKey || old?.signingKey != new.signingKey
            || old?.certificate != new.certificate
    }
}
