internal import SecureFormat

/// The devices for which a message in a chat is sealed. A roster that exists has been checked, once for all messages
/// that are sealed for it; what is needed to wrap keys for its devices is ready.
public struct Roster<Provider: CryptoProvider>: Sendable {
    /// Each costs a wrapped key in every message.
    public static var deviceCountMax: Int { 64 }

    /// As the server counts them.
    public let version: UInt64
    /// SHA-256 over its devices and their certificates.
    public let hash: [UInt8]
    /// By rising id.
    let members: [RosterMember<Provider>]

    /// By rising id.
    public var devices: [VerifiedDevice] { members.map { $0.device } }

    /// Checks the certificate of every device.
    ///
    /// - Parameter identityKeys: of all accounts whose devices are among them; of several for one account, the first.
    public static func checked(
        version: UInt64, devices: [DeviceRecord], identityKeys: [IdentityKey]
    ) throws(RosterRefusal) -> Roster {
        guard devices.count <= deviceCountMax else { throw .tooManyDevices }
        let sorted = devices.sorted { $0.deviceID < $1.deviceID }
        for (one, next) in zip(sorted, sorted.dropFirst()) where one.deviceID == next.deviceID {
            throw .duplicateDevice(one.deviceID)
        }
        var members: [RosterMember<Provider>] = []
        for record in sorted { members.append(try RosterMember(record, identityKeys: identityKeys)) }
        return Roster(version: version, hash: try hash(of: members), members: members)
    }

    /// Whether this device is among them.
    func contains(_ local: LocalDevice<Provider>) -> Bool {
        contains(device: local.deviceID, of: local.userID)
    }

    func contains(device: UInt64, of user: UInt64) -> Bool {
        members.contains { $0.device.deviceID == device && $0.device.userID == user }
    }

    private static func hash(of members: [RosterMember<Provider>]) throws(RosterRefusal) -> [UInt8] {
        let devices = members.map {
            RosterDevice(deviceID: $0.device.deviceID, certificateHash: $0.device.certificateHash)
        }
        do throws(FormatError) {
            return Provider.sha256(try RosterDevice.hashedBytes(devices))
        } catch {
            throw .tooManyDevices
        }
    }
}
