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
            let identity = try OpenSSL.generateSigningKey()
            let signing = try OpenSSL.generateSigningKey()
            let encryption = try OpenSSL.generateUnwrappingKey(.ed25519RSA2048)
            let statement = DeviceStatement(
                suite: .ed25519RSA2048, userID: userID, deviceID: deviceID, signingKey: signing.publicKey,
                encryptionKey: encryption.publicKey, issuedAt: SealedChat.sentAt, extensions: [])
            let signature = try OpenSSL.sign(statement.signedBytes(), with: identity.privateKey)
            let certificate = try DeviceCertificate(statement, signature: signature).encoded()
            device = LocalDevice(
                userID: userID, deviceID: deviceID, signingKey: signing.privateKey,
                unwrappingKey: encryption.privateKey)
            record = DeviceRecord(
                userID: userID, deviceID: deviceID, encryptionKey: encryption.publicKey,
                signingKey: signing.publicKey, certificate: certificate)
            identityKey = IdentityKey(userID: userID, key: identity.publicKey)
        }
    }
}
