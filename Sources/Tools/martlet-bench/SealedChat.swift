internal import E2EE
internal import E2EEOpenSSL
internal import SecureFormat

/// A chat of some devices with keys of their own, each of another account: what `martlet-bench seal` seals in.
struct SealedChat {
    static let id: UInt64 = 98_765_432_109_876
    private static let sentAt: UInt64 = 1_800_000_000_000

    let devices: [LocalDevice<OpenSSL>]
    let records: [DeviceRecord]
    let identityKeys: [IdentityKey]
    let roster: Roster<OpenSSL>

    init(deviceCount: Int) throws(BenchFailure) {
        do {
            var members: [Member] = []
            for index in 0..<deviceCount { members.append(try Member(index)) }
            devices = members.map(\.device)
            records = members.map(\.record)
            identityKeys = members.map(\.identityKey)
            roster = try Roster.checked(version: 1, devices: records, identityKeys: identityKeys)
        } catch {
            throw BenchFailure("No keys can be made: \(error)")
        }
    }

    static func draft(content: [UInt8]) -> Draft {
        Draft(clientID: [UInt8](repeating: 1, count: 16), kind: .message, sentAt: sentAt, content: content)
    }

    /// One account with one device.
    private struct Member {
        let device: LocalDevice<OpenSSL>
        let record: DeviceRecord
        let identityKey: IdentityKey

        init(_ index: Int) throws {
            let userID = 1_000 + UInt64(index)
            let deviceID = 2_000 + UInt64(index)
            let account = try AccountKey<OpenSSL>.generated()
            let keys = try DeviceKeys<OpenSSL>.generated(.ed25519RSA2048)
            let claim = DeviceClaim(
                userID: userID, deviceID: deviceID, signingKey: keys.signing.publicKey,
                encryptionKey: keys.encryption.publicKey)
            let certificate = try DeviceCertificate.issued(to: claim, at: SealedChat.sentAt, by: account)
            device = LocalDevice(
                userID: userID, deviceID: deviceID, signingKey: keys.signing.privateKey,
                unwrappingKey: keys.encryption.privateKey)
            record = DeviceRecord(
                userID: userID, deviceID: deviceID, encryptionKey: claim.encryptionKey, signingKey: claim.signingKey,
                certificate: try certificate.encoded())
            identityKey = IdentityKey(userID: userID, key: account.publicKey)
        }
    }
}
