internal import E2EE
internal import E2EEOpenSSL
internal import SecureFormat

/// A message by a device whose keys are right and whose owner is not: it signs what it likes, so that the steps behind
/// the signature are reached.
///
/// The first byte says how far the sender goes: it only signs; it also wraps the content key for the header that it
/// made up; it also seals what it likes under that header.
enum MaliciousSenderTarget {
    private static let contentKey = [UInt8](repeating: 6, count: 32)

    static func run(_ input: [UInt8]) {
        guard let depth = input.first else { return }
        expect(opensWhatIsRight, "the sender that is meant to be right is not")
        let world = SealedWorld.made
        if depth & 3 < 2 {
            let bytes = Damage.applied(input.dropFirst(), to: world.sealed.ciphertext)
            resign(bytes, rewrapped: depth & 3 == 1, in: world)
        } else {
            _ = seal(input.dropFirst(), in: world)
        }
    }

    /// A sender of which nothing opens would never be refused for anything that is wrong.
    private static let opensWhatIsRight: Bool = {
        let fields = [EnvelopeKind.message.rawValue, 0, 1] + [UInt8](repeating: 0, count: 29)
        let plaintext = [UInt8(ascii: "a"), 0x80] + [UInt8](repeating: 0, count: 62)
        return seal((fields + plaintext)[...], in: .made)?.content == [UInt8(ascii: "a")]
    }()

    /// What is left of the envelope is signed again.
    private static func resign(_ bytes: [UInt8], rewrapped: Bool, in world: SealedWorld) {
        guard let envelope = try? Envelope(decoding: bytes) else { return }
        guard let signed = sign(envelope.header, envelope.ciphertext, by: world.sender) else { return }
        var key = world.receiverKey
        if rewrapped {
            let secret = unwrapped(in: world)
            guard let wrapped = wrap(secret, under: envelope.header, in: world) else { return }
            key = wrapped
        }
        let opened = world.opened(signed, key: key, at: place(of: envelope.header))
        expect(opened == nil || signed == world.sealed.ciphertext, "opens a changed envelope that was signed: \(bytes)")
    }

    /// A header with fields of the input, and behind it a plaintext with a padding of the input.
    private static func seal(_ input: ArraySlice<UInt8>, in world: SealedWorld) -> OpenedContent? {
        let sender = world.sender.device
        let (header, keys) = forged(input.prefix(fieldByteCount), by: sender)
        let plaintext = Array(input.dropFirst(fieldByteCount))
        guard let associated = try? header.encoded(),
            let key = try? OpenSSL.passingKey(keys.key),
            let ciphertext = try? OpenSSL.seal(plaintext, nonce: keys.nonce, authenticating: associated, with: key),
            let signed = sign(header, ciphertext, by: world.sender),
            let wrapped = wrap(contentKey, under: header, in: world),
            let opened = world.opened(signed, key: wrapped, at: place(of: header))
        else { return nil }
        expect(opened.header == header && header.chatID == SealedWorld.chatID, "opens as another header: \(input)")
        expect(header.commitment == keys.commitment, "opens without a commitment: \(input)")
        let padding = plaintext.dropFirst(opened.content.count)
        expect(plaintext.starts(with: opened.content), "opens to another content: \(input)")
        expect(padding.first == 0x80 && padding.dropFirst().allSatisfy { $0 == 0 }, "another padding: \(input)")
        expect(plaintext.count >= 64, "opens what is not padded: \(input)")
        return opened
    }

    private static let fieldByteCount = 32

    /// What is not in the input is 0, and a 0 mostly leaves a field as it should be.
    private static func forged(
        _ fields: ArraySlice<UInt8>, by sender: LocalDevice<OpenSSL>
    ) -> (EnvelopeHeader, Keys) {
        var bytes = fields.makeIterator()
        func number() -> UInt64 { UInt64(bytes.next() ?? 0) }
        let kind = EnvelopeKind(rawValue: UInt8(number())) ?? .message
        let counter = number() == 0 ? number() : EnvelopeHeader.counters.upperBound &+ number() &- 128
        let refersTo = number() == 0 ? nil : reference(author: number(), number())
        let extensions = number() == 0 ? [] : [FormatExtension(type: UInt16(number() << 8 | number()), data: [1])]
        let chatID = number() == 0 ? SealedWorld.chatID : number()
        let keys = Keys(context: context(chatID, sender.deviceID))
        let isCommitted = number() == 0
        let header = EnvelopeHeader(
            chatID: chatID, clientID: clientID, senderID: sender.userID, senderDeviceID: sender.deviceID,
            counter: counter, rosterVersion: number(), sentAt: number(), kind: kind, refersTo: refersTo,
            rosterHash: [UInt8](repeating: UInt8(number()), count: 32),
            commitment: isCommitted ? keys.commitment : [UInt8](repeating: 0, count: 32), extensions: extensions)
        return (header, keys)
    }

    // MARK: What the sender does (docs/encryption.md, "To seal")

    private static let clientID = [UInt8](repeating: 7, count: 16)

    private static func place(of header: EnvelopeHeader) -> Place {
        Place(
            clientID: header.clientID, senderID: header.senderID, senderDeviceID: header.senderDeviceID,
            kind: header.kind, target: header.refersTo.map { .known($0) } ?? .none)
    }

    private static func reference(author: UInt64, _ fill: UInt64) -> EnvelopeReference {
        let fill = UInt8(truncatingIfNeeded: fill)
        return EnvelopeReference(
            authorID: author, clientID: [UInt8](repeating: fill, count: 16),
            headerHash: [UInt8](repeating: fill, count: 32))
    }

    private static func sign(
        _ header: EnvelopeHeader, _ ciphertext: [UInt8], by sender: SealedWorld.Person
    ) -> [UInt8]? {
        guard let message = try? Envelope.signedBytes(header, ciphertextHash: OpenSSL.sha256(ciphertext)),
            let signature = try? OpenSSL.sign(message, with: sender.device.signingKey)
        else { return nil }
        return try? Envelope(header: header, ciphertext: ciphertext, signature: signature).encoded()
    }

    private static func wrap(_ secret: [UInt8], under header: EnvelopeHeader, in world: SealedWorld) -> [UInt8]? {
        guard let bytes = try? header.encoded(),
            let publicKey = RSAPublicKey(subjectPublicKeyInfo: world.receiver.record.encryptionKey),
            let key = try? OpenSSL.wrappingKey(publicKey)
        else { return nil }
        let label = wrapLabel(OpenSSL.sha256(bytes), world.receiver.device.deviceID)
        return try? OpenSSL.wrap(secret, for: [WrapRecipient(key: key, label: label)]).first
    }

    private static func wrapLabel(_ headerHash: [UInt8], _ deviceID: UInt64) -> [UInt8] {
        labelled("martlet envelope v1 wrap", headerHash + bytes(deviceID))
    }

    /// The content key of the right message.
    private static func unwrapped(in world: SealedWorld) -> [UInt8] {
        guard let envelope = try? Envelope(decoding: world.sealed.ciphertext),
            let header = try? envelope.header.encoded()
        else { return [] }
        let label = wrapLabel(OpenSSL.sha256(header), world.receiver.device.deviceID)
        return (try? OpenSSL.unwrap(world.receiverKey, label: label, with: world.receiver.device.unwrappingKey)) ?? []
    }

    private static func context(_ chatID: UInt64, _ deviceID: UInt64) -> [UInt8] {
        bytes(chatID) + clientID + bytes(deviceID)
    }

    private static func bytes(_ number: UInt64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }

    private static func labelled(_ label: StaticString, _ rest: [UInt8]) -> [UInt8] {
        let label = label.withUTF8Buffer { Array($0) }
        return [UInt8(label.count)] + label + rest
    }

    /// `derive` of docs/encryption.md, written once more: the core's own is not for others.
    private struct Keys {
        let key: [UInt8]
        let nonce: [UInt8]
        let commitment: [UInt8]

        init(context: [UInt8]) {
            let sealing = Self.derive("martlet envelope v1 key", context, 44)
            key = Array(sealing.prefix(32))
            nonce = Array(sealing.suffix(12))
            commitment = Self.derive("martlet envelope v1 commitment", context, 32)
        }

        private static func derive(_ label: StaticString, _ context: [UInt8], _ count: Int) -> [UInt8] {
            let info = labelled(label, [UInt8(context.count)] + context)
            let key = OpenSSL.hmacSHA256(key: [], contentKey)
            let first = OpenSSL.hmacSHA256(key: key, info + [1])
            return Array((first + OpenSSL.hmacSHA256(key: key, first + info + [2])).prefix(count))
        }
    }
}
