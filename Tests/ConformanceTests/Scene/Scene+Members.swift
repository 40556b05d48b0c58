import Basics
import Communication
import Testing
import WireProtocol

extension Scene {
    @discardableResult
    func add(
        _ users: [UserID], _ role: MemberRole = .member, by user: UserID, to room: Room,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> [AppendedEntry] {
        try await perform(.addMembers(users, role: role), by: user, in: room, sourceLocation: sourceLocation)
    }

    /// Of somebody else, or to leave.
    @discardableResult
    func remove(
        _ user: UserID, by author: UserID, from room: Room, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> [AppendedEntry] {
        try await perform(.removeMember(user), by: author, in: room, sourceLocation: sourceLocation)
    }

    @discardableResult
    func leave(
        _ room: Room, by user: UserID, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> [AppendedEntry] {
        try await remove(user, by: user, from: room, sourceLocation: sourceLocation)
    }

    @discardableResult
    func changeRole(
        of user: UserID, to role: MemberRole, by author: UserID, in room: Room,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> [AppendedEntry] {
        try await perform(.changeRole(user, role: role), by: author, in: room, sourceLocation: sourceLocation)
    }

    // MARK: Devices

    /// Announces a device with keys of its own.
    func activate(_ number: UInt64 = 1, of users: UserID..., keys: UInt8 = 1) async throws {
        for user in users {
            try await ports.devices.apply(
                deviceChange(number, of: user, version: newDeviceVersion(), isActive: true, keys: keys))
        }
    }

    func deactivate(_ number: UInt64 = 1, of user: UserID) async throws {
        try await ports.devices.apply(
            deviceChange(number, of: user, version: newDeviceVersion(), isActive: false, keys: 1))
    }

    func deviceChange(
        _ number: UInt64, of user: UserID, version: UInt64, isActive: Bool, keys: UInt8 = 1
    ) -> DeviceChanged {
        DeviceChanged(
            userID: user.rawValue, deviceID: user.device(number), version: version, isActive: isActive,
            encryptionKey: [1, keys], signingKey: [2, keys], certificate: [3, keys])
    }
}
