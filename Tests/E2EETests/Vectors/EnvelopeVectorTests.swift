import E2EEOpenSSL
import SecureFormat
import TestSupport
import Testing

@testable import E2EE

extension EncryptionVectors {
    struct Device: Decodable {
        let name: String
        let identityKey: Hex
        let identitySeed: Hex
        let signingSeed: Hex
        let suite: UInt16
        let userId: DecimalText
        let deviceId: DecimalText
        let signingKey: Hex
        let encryptionKey: Hex
        let encryptionPrivateKey: Hex
        let certificate: Hex
        let certificateHash: Hex
    }

    struct RosterOfDevices: Decodable {
        let devices: [DecimalText]
        let encoded: Hex
        let hash: Hex
    }

    struct Reference: Decodable {
        let authorId: DecimalText
        let clientId: Hex
        let headerHash: Hex

        var asReference: EnvelopeReference {
            EnvelopeReference(authorID: authorId.value, clientID: clientId.bytes, headerHash: headerHash.bytes)
        }
    }

    struct Sealing: Decodable, CustomTestStringConvertible {
        struct Key: Decodable {
            let deviceId: DecimalText
            let label: Hex
            let key: Hex
        }

        let name: String
        let sender: DecimalText
        let chatId: DecimalText
        let clientId: Hex
        let counter: DecimalText
        let rosterVersion: DecimalText
        let roster: [DecimalText]
        let sentAt: DecimalText
        let kind: UInt8
        let refersTo: Reference?
        let content: Hex
        let contentKey: Hex
        let context: Hex
        let key: Hex
        let nonce: Hex
        let commitment: Hex
        let rosterHash: Hex
        let header: Hex
        let headerHash: Hex
        let padded: Hex
        let ciphertext: Hex
        let ciphertextHash: Hex
        let signed: Hex
        let signature: Hex
        let envelope: Hex
        let keys: [Key]

        var testDescription: String { name }
    }
}

extension EncryptionVectors {
    static func device(_ id: DecimalText) throws -> Device {
        try #require(all?.devices.first { $0.deviceId == id })
    }

    static func roster(_ ids: [DecimalText], version: UInt64) throws -> Roster<OpenSSL> {
        let devices = try ids.map { try device($0) }
        return try Roster.checked(
            version: version, devices: devices.map(\.record),
            identityKeys: devices.map { IdentityKey(userID: $0.userId.value, key: $0.identityKey.bytes) })
    }
}

extension EncryptionVectors.Device {
    var record: DeviceRecord {
        DeviceRecord(
            userID: userId.value, deviceID: deviceId.value, encryptionKey: encryptionKey.bytes,
            signingKey: signingKey.bytes, certificate: certificate.bytes)
    }

    func local() throws -> LocalDevice<OpenSSL> {
        LocalDevice(
            userID: userId.value, deviceID: deviceId.value, signingKey: try Self.signingKey(seed: signingSeed.bytes),
            unwrappingKey: try OpenSSL.UnwrappingKey(pkcs8: encryptionPrivateKey.bytes))
    }

    /// RFC 8410 §7.
    static func signingKey(seed: [UInt8]) throws -> OpenSSL.SigningKey {
        try OpenSSL.SigningKey(pkcs8: try Hex("302e020100300506032b657004220420").bytes + seed)
    }
}

/// Every value between what is said and what is sent.
struct EnvelopeVectorTests {
    @Test(arguments: EncryptionVectors.all?.devices ?? [])
    func devicesAreCertified(_ vector: EncryptionVectors.Device) throws {
        let device = try OpenSSL.verified(vector.record, identityKey: vector.identityKey.bytes)
        #expect(device.certificateHash == vector.certificateHash.bytes)
        let account = AccountKey<OpenSSL>(
            privateKey: try EncryptionVectors.Device.signingKey(seed: vector.identitySeed.bytes),
            publicKey: vector.identityKey.bytes)
        let issuedAt: UInt64 = 1_800_000_000_000
        let certificate = try DeviceCertificate.issued(to: vector.record.claim, at: issuedAt, by: account)
        #expect(try certificate.encoded() == vector.certificate.bytes)
        #expect(certificate.statement.suite.rawValue == vector.suite)
    }

    @Test(arguments: EncryptionVectors.all?.rosters ?? [])
    func rostersHaveTheirHash(_ vector: EncryptionVectors.RosterOfDevices) throws {
        let roster = try EncryptionVectors.roster(vector.devices, version: 1)
        #expect(roster.hash == vector.hash.bytes)
        let devices = roster.devices.map { RosterDevice(deviceID: $0.deviceID, certificateHash: $0.certificateHash) }
        #expect(try RosterDevice.hashedBytes(devices) == vector.encoded.bytes)
    }

    @Test(arguments: EncryptionVectors.all?.envelopes ?? [])
    func contentKeysGiveTheRest(_ vector: EncryptionVectors.Sealing) throws {
        let key = try #require(ContentKey(vector.contentKey.bytes))
        let place = ContentKeyPlace(
            chatID: vector.chatId.value, clientID: vector.clientId.bytes, senderDeviceID: vector.sender.value)
        #expect(place.context == vector.context.bytes)
        #expect(try key.commitment(place, OpenSSL.self) == vector.commitment.bytes)
        let derived = try OpenSSL.derive(
            key.bytes, "martlet envelope v1 key", context: place.context, count: 44)
        #expect(derived == vector.key.bytes + vector.nonce.bytes)
        let padded = try Padding.pad(vector.content.bytes, maximum: Draft.contentByteCountMax)
        #expect(padded == vector.padded.bytes)
        let ciphertext = try key.seal(padded, authenticating: vector.header.bytes, at: place, OpenSSL.self)
        #expect(ciphertext == vector.ciphertext.bytes)
        #expect(OpenSSL.sha256(ciphertext) == vector.ciphertextHash.bytes)
    }

    @Test(arguments: EncryptionVectors.all?.envelopes ?? [])
    func envelopesAreEncodedAndSigned(_ vector: EncryptionVectors.Sealing) throws {
        let decoded = try Envelope(decoding: vector.envelope.bytes)
        let header = EnvelopeHeader(
            chatID: vector.chatId.value, clientID: vector.clientId.bytes,
            senderID: try EncryptionVectors.device(vector.sender).userId.value, senderDeviceID: vector.sender.value,
            counter: vector.counter.value, rosterVersion: vector.rosterVersion.value, sentAt: vector.sentAt.value,
            kind: try #require(EnvelopeKind(rawValue: vector.kind)), refersTo: vector.refersTo?.asReference,
            rosterHash: vector.rosterHash.bytes, commitment: vector.commitment.bytes,
            extensions: decoded.header.extensions)
        #expect(decoded.header == header)
        #expect(try header.encoded() == vector.header.bytes)
        #expect(OpenSSL.sha256(vector.header.bytes) == vector.headerHash.bytes)
        #expect(
            try Envelope.signedBytes(header, ciphertextHash: vector.ciphertextHash.bytes) == vector.signed.bytes)
        let device = try EncryptionVectors.device(vector.sender).local()
        let made = try Envelope.signed(header, vector.ciphertext.bytes, by: device)
        #expect(made == decoded)
        #expect(made.signature == vector.signature.bytes)
        #expect(try made.encoded() == vector.envelope.bytes)
    }

    @Test(arguments: EncryptionVectors.all?.envelopes ?? [])
    func keysAreWrappedForEachDevice(_ vector: EncryptionVectors.Sealing) throws {
        let roster = try EncryptionVectors.roster(vector.roster, version: vector.rosterVersion.value)
        #expect(roster.hash == vector.rosterHash.bytes)
        let key = try #require(ContentKey(vector.contentKey.bytes))
        let wrapped = try key.wrapped(for: roster, headerHash: vector.headerHash.bytes)
        #expect(Set(wrapped.map(\.deviceID)) == Set(vector.keys.map(\.deviceId.value)))
        let theirs = vector.keys.map { DeviceKey(deviceID: $0.deviceId.value, key: $0.key.bytes) }
        for each in vector.keys {
            let device = try EncryptionVectors.device(each.deviceId).local()
            #expect(
                try WrapLabel.bytes(headerHash: vector.headerHash.bytes, deviceID: each.deviceId.value)
                    == each.label.bytes)
            for keys in [wrapped, theirs] {
                #expect(
                    try ContentKey.unwrapped(from: keys, headerHash: vector.headerHash.bytes, by: device) == key)
            }
        }
    }
}
