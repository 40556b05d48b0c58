import E2EEOpenSSL
import SecureFormat

@testable import E2EE

/// An envelope that is written without the product's codec and sealing, so that everything can be wrong in it: well
/// signed, and still none that the product makes.
struct ForgedEnvelope {
    var version: UInt8 = 1
    var suite: UInt16 = 1
    var chatID = Conversation.chatID
    var clientID = Conversation.clientID
    var senderID: UInt64
    var senderDeviceID: UInt64
    var counter: UInt64 = 1
    var rosterVersion: UInt64 = 12
    var sentAt: UInt64 = 1_800_000_000_123
    var kind: UInt8 = 2
    var refersTo: [UInt8] = []
    var rosterHash: [UInt8]
    /// Nil for the right one.
    var commitment: [UInt8]?
    var extensions: [UInt8] = []

    /// With its padding.
    var padded: [UInt8] = Array("Hello".utf8) + [0x80] + [UInt8](repeating: 0, count: 58)
    var contentKey = [UInt8](1...32)
    /// Nil for the content key.
    var wrappedSecret: [UInt8]?
    /// Nil for the hash of the header.
    var wrappedHeaderHash: [UInt8]?
    /// Devices for which the key is wrapped, and for which the label says that it is.
    var recipients: [(device: TestDevice, labelled: UInt64)]
    var signer: OpenSSL.SigningKey

    var changesCiphertext: @Sendable ([UInt8]) -> [UInt8] = { $0 }
    var changesSignature: @Sendable ([UInt8]) -> [UInt8] = { $0 }
    /// The last thing that is done with the encoding.
    var changesBytes: @Sendable ([UInt8]) -> [UInt8] = { $0 }

    init(from sender: TestDevice, to devices: [TestDevice], rosterHash: [UInt8]) {
        senderID = sender.record.userID
        senderDeviceID = sender.record.deviceID
        signer = sender.local.signingKey
        recipients = devices.map { ($0, $0.record.deviceID) }
        self.rosterHash = rosterHash
    }

    func sealed() throws -> SealedContent {
        let header = try header()
        let ciphertext = changesCiphertext(try Self.ciphertext(padded, header: header, derived: try derived("key", 44)))
        let signature = changesSignature(try Self.signature(header: header, ciphertext: ciphertext, by: signer))
        let bytes = header + BigEndian.long(ciphertext) + signature
        return SealedContent(
            ciphertext: changesBytes(bytes), rosterVersion: rosterVersion, keys: try keys(header: header))
    }

    func header() throws -> [UInt8] {
        let place = [version] + BigEndian.bytes(suite) + BigEndian.bytes(chatID) + clientID
        let sender = BigEndian.bytes(senderID) + BigEndian.bytes(senderDeviceID) + BigEndian.bytes(counter)
        let said = BigEndian.bytes(rosterVersion) + BigEndian.bytes(sentAt) + [kind] + BigEndian.short(refersTo)
        let bound = rosterHash + (try commitment ?? derived("commitment", 32))
        return place + sender + said + bound + BigEndian.long(extensions)
    }

    func keys(header: [UInt8]) throws -> [DeviceKey] {
        let hash = wrappedHeaderHash ?? OpenSSL.sha256(header)
        return try recipients.map { device, labelled in
            let label = BigEndian.label("martlet envelope v1 wrap") + hash + BigEndian.bytes(labelled)
            let wrapped = try OpenSSL.wrap(
                wrappedSecret ?? contentKey, for: [WrapRecipient(key: device.wrappingKey, label: label)])
            return DeviceKey(deviceID: device.record.deviceID, key: wrapped.first ?? [])
        }
    }

    func derived(_ what: String, _ count: Int) throws -> [UInt8] {
        let context = BigEndian.bytes(chatID) + clientID + BigEndian.bytes(senderDeviceID)
        let info = BigEndian.label("martlet envelope v1 \(what)") + BigEndian.short(context)
        return try OpenSSL.hkdfSHA256(contentKey, info: info, count: count)
    }

    static func ciphertext(_ padded: [UInt8], header: [UInt8], derived: [UInt8]) throws -> [UInt8] {
        try OpenSSL.seal(
            padded, nonce: Array(derived.suffix(12)), authenticating: header,
            with: try OpenSSL.passingKey(Array(derived.prefix(32))))
    }

    static func signature(
        header: [UInt8], ciphertext: [UInt8], by signer: OpenSSL.SigningKey
    ) throws -> [UInt8] {
        try OpenSSL.sign(
            BigEndian.label("martlet envelope v1") + header + OpenSSL.sha256(ciphertext), with: signer)
    }
}
