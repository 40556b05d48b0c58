import E2EEOpenSSL

@testable import E2EE

/// Everything that Bob has when he opens a message of Alice's phone. As it is made it opens; a fault spoils one thing.
struct OpeningAttempt {
    var envelope: ForgedEnvelope
    var certificate: ForgedCertificate
    var signingKey: [UInt8]
    var encryptionKey: [UInt8]
    var identityKey: [UInt8]?
    var hasRecord = true
    var place: Place
    var chatID = Conversation.chatID
    var changesKeys: @Sendable ([DeviceKey]) -> [DeviceKey] = { $0 }
    /// What Bob's device has seen before.
    var seen: [CounterRange] = []

    init(_ conversation: Conversation) {
        let phone = conversation.phone
        envelope = ForgedEnvelope(
            from: phone, to: [conversation.bobs, conversation.laptop], rosterHash: conversation.roster.hash)
        certificate = ForgedCertificate(of: phone, by: conversation.alice)
        signingKey = phone.record.signingKey
        encryptionKey = phone.record.encryptionKey
        identityKey = conversation.alice.key.publicKey
        place = Conversation.place(of: phone)
    }

    var scheme: EnvelopeScheme<OpenSSL> {
        get throws {
            var scheme = EnvelopeScheme<OpenSSL>(chatID: chatID)
            if let ledger = CounterLedger(seen) {
                scheme.state.ledgers.keep(ledger, of: envelope.senderDeviceID)
            }
            return scheme
        }
    }

    func open(with scheme: inout EnvelopeScheme<OpenSSL>, in conversation: Conversation) throws -> OpenedContent {
        let sealed = try envelope.sealed()
        let record = DeviceRecord(
            userID: place.senderID, deviceID: conversation.phone.record.deviceID, encryptionKey: encryptionKey,
            signingKey: signingKey, certificate: try certificate.encoded())
        let content = SealedContent(
            ciphertext: sealed.ciphertext, rosterVersion: sealed.rosterVersion, keys: changesKeys(sealed.keys))
        return try scheme.open(
            content, at: place, from: hasRecord ? record : nil, identityKey: identityKey, by: conversation.bobs.local,
            knowing: conversation.roster)
    }
}
