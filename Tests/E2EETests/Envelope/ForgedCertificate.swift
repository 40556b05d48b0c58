import E2EE
import E2EEOpenSSL

/// A certificate that is written without the product's codec, so that everything can be wrong in it.
struct ForgedCertificate {
    var version: UInt8 = 1
    var suite: UInt16
    var userID: UInt64
    var deviceID: UInt64
    var signingKey: [UInt8]
    var encryptionKey: [UInt8]
    var extensions: [UInt8] = []
    var signer: OpenSSL.SigningKey
    /// The last thing that is done with the encoding.
    var changesBytes: @Sendable ([UInt8]) -> [UInt8] = { $0 }

    init(of device: TestDevice, by account: TestAccount) {
        suite = device.record.encryptionKey.count == 294 ? 1 : 2
        userID = device.record.userID
        deviceID = device.record.deviceID
        signingKey = device.record.signingKey
        encryptionKey = device.record.encryptionKey
        signer = account.key.privateKey
    }

    func encoded() throws -> [UInt8] {
        let device = [version] + BigEndian.bytes(suite) + BigEndian.bytes(userID) + BigEndian.bytes(deviceID)
        let statement =
            device + signingKey + BigEndian.long(encryptionKey) + BigEndian.bytes(1_800_000_000_000 as UInt64)
            + BigEndian.long(extensions)
        let signature = try OpenSSL.sign(
            BigEndian.label("martlet device certificate v1") + statement, with: signer)
        return changesBytes(statement + signature)
    }
}
