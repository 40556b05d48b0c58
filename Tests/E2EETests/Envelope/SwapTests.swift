import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

/// What a server can do with right envelopes: put parts of one in the place of another's.
@Suite("Swapped parts")
struct SwapTests {
    private let now = Conversation.shared
    private static let clientIDs = [[UInt8](repeating: 1, count: 16), [UInt8](repeating: 2, count: 16)]

    private func pair() throws -> [SealedContent] {
        var sender = Conversation.scheme
        return try Self.clientIDs.map {
            try sender.seal(Conversation.draft(clientID: $0), from: now.phone.local, for: now.roster).content
        }
    }

    private func cause(of content: SealedContent, at place: Place? = nil) throws -> String? {
        var receiver = Conversation.scheme
        return #expect(throws: OpenRefusal.self) {
            try receiver.open(
                content, at: place ?? Conversation.place(of: now.phone, clientID: Self.clientIDs[0]), from: now.phone,
                by: now.bobs)
        }?.cause.description
    }

    @Test("messages, keys, ciphertexts, signatures and headers of one chat")
    func messages() throws {
        let pair = try pair()
        let envelopes = try pair.map { try Envelope(decoding: $0.ciphertext) }
        func content(_ envelope: Envelope, keys: Int = 0) throws -> SealedContent {
            SealedContent(ciphertext: try envelope.encoded(), rosterVersion: 12, keys: pair[keys].keys)
        }
        #expect(try cause(of: pair[1]) == "place.client_id")
        #expect(try cause(of: content(envelopes[0], keys: 1)) == "key.unwrap")
        let (header, ciphertext, signature) = (envelopes[0].header, envelopes[0].ciphertext, envelopes[0].signature)
        let otherText = Envelope(header: header, ciphertext: envelopes[1].ciphertext, signature: signature)
        #expect(try cause(of: content(otherText)) == "envelope.signature")
        let otherSignature = Envelope(header: header, ciphertext: ciphertext, signature: envelopes[1].signature)
        #expect(try cause(of: content(otherSignature)) == "envelope.signature")
        let otherHeader = Envelope(header: envelopes[1].header, ciphertext: ciphertext, signature: signature)
        #expect(try cause(of: content(otherHeader)) == "place.client_id")
        let place = Conversation.place(of: now.phone, clientID: Self.clientIDs[1])
        #expect(try cause(of: content(otherHeader), at: place) == "envelope.signature")
    }

    @Test("keys of the devices of one message")
    func keys() throws {
        let right = try pair()[0]
        for other in right.keys where other.deviceID != now.bobs.record.deviceID {
            let keys = [DeviceKey(deviceID: now.bobs.record.deviceID, key: other.key)]
            #expect(
                try cause(of: SealedContent(ciphertext: right.ciphertext, rosterVersion: 12, keys: keys))
                    == "key.unwrap")
        }
    }

    @Test("another key for the same device, of which the first counts")
    func twoKeys() throws {
        let right = try pair()[0]
        let wrong = DeviceKey(deviceID: now.bobs.record.deviceID, key: [1, 2, 3])
        #expect(
            try cause(of: SealedContent(ciphertext: right.ciphertext, rosterVersion: 12, keys: [wrong] + right.keys))
                == "key.unwrap")
        var receiver = Conversation.scheme
        _ = try receiver.open(
            SealedContent(ciphertext: right.ciphertext, rosterVersion: 12, keys: right.keys + [wrong]),
            at: Conversation.place(of: now.phone, clientID: Self.clientIDs[0]), from: now.phone, by: now.bobs)
    }

    @Test("chats")
    func chats() throws {
        var receiver = EnvelopeScheme<OpenSSL>(chatID: Conversation.chatID + 1)
        let right = try pair()[0]
        #expect(throws: OpenRefusal.chat) {
            try receiver.open(
                right, at: Conversation.place(of: now.phone, clientID: Self.clientIDs[0]), from: now.phone, by: now.bobs
            )
        }
    }

    @Test("devices and senders, also with the certificates of those for whom they are shown")
    func senders() throws {
        let right = try pair()[0]
        for (other, cause) in [(now.laptop, "place.device"), (now.bobs, "place.sender")] {
            for certified in [now.phone, other] {
                var receiver = Conversation.scheme
                let refusal = #expect(throws: OpenRefusal.self) {
                    try receiver.open(
                        right, at: Conversation.place(of: other, clientID: Self.clientIDs[0]), from: certified,
                        by: now.bobs)
                }
                #expect(refusal?.cause.description == cause)
            }
        }
        for (certified, cause) in [(now.laptop, "certificate.device_id"), (now.bobs, "certificate.user_id")] {
            var receiver = Conversation.scheme
            let refusal = #expect(throws: OpenRefusal.self) {
                try receiver.open(
                    right, at: Conversation.place(of: now.phone, clientID: Self.clientIDs[0]), from: certified,
                    by: now.bobs)
            }
            #expect(refusal?.cause.description == cause)
        }
    }

    @Test("a device with a certificate of its own making speaks for nobody")
    func ghost() throws {
        let mallory = try TestAccount(userID: now.alice.userID)
        let ghost = try mallory.device(now.phone.record.deviceID)
        let roster = try Roster<OpenSSL>.checked(
            version: 12, devices: [ghost.record, now.bobs.record],
            identityKeys: [mallory.identityKey, now.bob.identityKey])
        var (sender, receiver) = (Conversation.scheme, Conversation.scheme)
        let forged = try sender.seal(Conversation.draft(), from: ghost.local, for: roster).content
        #expect(throws: OpenRefusal.certificate(.signature)) {
            try receiver.open(
                forged, at: Conversation.place(of: ghost), from: ghost.record,
                identityKey: now.alice.key.publicKey, by: now.bobs.local, knowing: now.roster)
        }
    }
}
