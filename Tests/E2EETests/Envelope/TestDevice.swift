import E2EE
import E2EEOpenSSL
import SecureFormat

/// A device with keys that its account has certified.
struct TestDevice {
    let local: LocalDevice<OpenSSL>
    let record: DeviceRecord
    let identityKey: IdentityKey

    init(
        _ deviceID: UInt64, of account: TestAccount, signing: GeneratedKey<OpenSSL.SigningKey>,
        rsa: GeneratedKey<OpenSSL.UnwrappingKey>
    ) throws {
        let claim = DeviceClaim(
            userID: account.userID, deviceID: deviceID, signingKey: signing.publicKey, encryptionKey: rsa.publicKey)
        let certificate = try DeviceCertificate.issued(to: claim, at: 1_800_000_000_000, by: account.key)
        local = LocalDevice(
            userID: account.userID, deviceID: deviceID, signingKey: signing.privateKey, unwrappingKey: rsa.privateKey)
        record = DeviceRecord(
            userID: account.userID, deviceID: deviceID, encryptionKey: rsa.publicKey, signingKey: signing.publicKey,
            certificate: try certificate.encoded())
        identityKey = account.identityKey
    }

    var wrappingKey: OpenSSL.WrappingKey {
        get throws {
            guard let key = RSAPublicKey(subjectPublicKeyInfo: record.encryptionKey) else { throw PrimitiveFailure() }
            return try OpenSSL.wrappingKey(key)
        }
    }
}
