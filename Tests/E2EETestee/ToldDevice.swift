import E2EE
import E2EEOpenSSL
import FoundationEssentials
import SecureFormat

/// What a server says of a device.
struct ToldDevice: Decodable {
    let userId: UInt64
    let deviceId: UInt64
    let signingKey: Data
    let encryptionKey: Data
    let certificate: Data?

    var record: DeviceRecord {
        DeviceRecord(
            userID: userId, deviceID: deviceId, encryptionKey: [UInt8](encryptionKey), signingKey: [UInt8](signingKey),
            certificate: [UInt8](certificate ?? Data()))
    }
}

struct ToldIdentityKey: Decodable {
    let userId: UInt64
    let identityKey: Data
}

struct ToldRoster: Decodable {
    let version: UInt64
    let devices: [ToldDevice]
    let identityKeys: [ToldIdentityKey]

    func checked() throws -> Roster<OpenSSL> {
        try Roster.checked(
            version: version, devices: devices.map(\.record),
            identityKeys: identityKeys.map { IdentityKey(userID: $0.userId, key: [UInt8]($0.identityKey)) })
    }
}
