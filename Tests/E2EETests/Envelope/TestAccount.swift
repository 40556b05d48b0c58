import E2EE
import E2EEOpenSSL
import SecureFormat

/// Somebody with an identity key.
struct TestAccount {
    let userID: UInt64
    let key: AccountKey<OpenSSL>

    init(userID: UInt64) throws {
        self.userID = userID
        key = try AccountKey.generated()
    }

    var identityKey: IdentityKey { IdentityKey(userID: userID, key: key.publicKey) }

    func device(
        _ deviceID: UInt64, rsa: GeneratedKey<OpenSSL.UnwrappingKey> = TestKeys.rsa2048[0]
    ) throws -> TestDevice {
        try TestDevice(deviceID, of: self, signing: try OpenSSL.generateSigningKey(), rsa: rsa)
    }
}
