import E2EE
import E2EEOpenSSL
import FoundationEssentials
import SecureFormat

struct Stretch: Operation {
    let password: Data
    let salt: Data
    let iterations: UInt32

    struct Answer: Encodable {
        let authentication: String
        let kek: Int
    }

    func perform(by testee: inout Testee) throws -> Answer {
        let keys = try PasswordKeys<OpenSSL>.stretched(
            password: [UInt8](password), salt: [UInt8](salt), iterations: iterations)
        return Answer(
            authentication: String(decoding: keys.authentication, as: UTF8.self), kek: testee.keep(keys.kek))
    }
}

struct GenerateAccount: Operation {
    let kek: Int
    let userId: UInt64

    struct Answer: Encodable {
        let identityKey: Data
        let wrappedIdentity: Data
    }

    func perform(by testee: inout Testee) throws -> Answer {
        let account = try AccountKey<OpenSSL>.generated()
        let wrapped = try testee.wrapper(kek, of: userId).wrap(identityKey: account.privateKey)
        return Answer(identityKey: Data(account.publicKey), wrappedIdentity: Data(wrapped))
    }
}

struct GenerateDevice: Operation {
    let kek: Int
    let userId: UInt64
    let deviceId: UInt64
    let suite: UInt16

    struct Answer: Encodable {
        let signingKey: Data
        let encryptionKey: Data
        let wrappedSigning: Data
        let wrappedEncryption: Data
        let wrappedStorage: Data
    }

    func perform(by testee: inout Testee) throws -> Answer {
        guard let suite = KeySuite(rawValue: suite) else { throw Testee.Mistake.noSuchKind(UInt64(suite)) }
        let keys = try DeviceKeys<OpenSSL>.generated(suite)
        let wrapper = try testee.wrapper(kek, of: userId)
        return Answer(
            signingKey: Data(keys.signing.publicKey), encryptionKey: Data(keys.encryption.publicKey),
            wrappedSigning: Data(try wrapper.wrap(signingKey: keys.signing.privateKey, ofDevice: deviceId)),
            wrappedEncryption: Data(try wrapper.wrap(encryptionKey: keys.encryption.privateKey, ofDevice: deviceId)),
            wrappedStorage: Data(try wrapper.wrap(storageKey: keys.storage, ofDevice: deviceId)))
    }
}

struct Certify: Operation {
    let kek: Int
    /// Of the account.
    let wrappedIdentity: Data
    let identityKey: Data
    /// Its certificate is not looked at.
    let device: ToldDevice
    let issuedAt: UInt64

    struct Answer: Encodable {
        let certificate: Data
    }

    func perform(by testee: inout Testee) throws -> Answer {
        let key = try testee.wrapper(kek, of: device.userId).identityKey(in: [UInt8](wrappedIdentity))
        let claim = DeviceClaim(
            userID: device.userId, deviceID: device.deviceId, signingKey: [UInt8](device.signingKey),
            encryptionKey: [UInt8](device.encryptionKey))
        let certificate = try DeviceCertificate.issued(
            to: claim, at: issuedAt, by: AccountKey<OpenSSL>(privateKey: key, publicKey: [UInt8](identityKey)))
        return Answer(certificate: Data(try certificate.encoded()))
    }
}

struct LoadDevice: Operation {
    let kek: Int
    let userId: UInt64
    let deviceId: UInt64
    let wrappedSigning: Data
    let wrappedEncryption: Data
    let wrappedStorage: Data

    struct Answer: Encodable {
        let device: Int
    }

    func perform(by testee: inout Testee) throws -> Answer {
        let wrapper = try testee.wrapper(kek, of: userId)
        let device = LocalDevice<OpenSSL>(
            userID: userId, deviceID: deviceId,
            signingKey: try wrapper.signingKey(in: [UInt8](wrappedSigning), ofDevice: deviceId),
            unwrappingKey: try wrapper.encryptionKey(in: [UInt8](wrappedEncryption), ofDevice: deviceId))
        let storageKey = try wrapper.storageKey(in: [UInt8](wrappedStorage), ofDevice: deviceId)
        return Answer(device: testee.keep(device, try RowSealer(storageKey: storageKey)))
    }
}
