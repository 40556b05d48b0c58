internal import E2EE
internal import E2EEOpenSSL
internal import SecureFormat

/// Envelopes and the state of their scheme: what is read has one encoding.
enum EnvelopeTarget {
    static func run(_ input: [UInt8]) {
        if let envelope = try? Envelope(decoding: input) {
            expect((try? envelope.encoded()) == input, "an envelope has two encodings: \(input)")
            let header = (try? envelope.header.encoded()) ?? []
            expect(!header.isEmpty && input.starts(with: header), "a header has two encodings: \(input)")
        }
        checkState(input)
        checkState(Damage.applied(input[...], to: state))
    }

    private static func checkState(_ input: [UInt8]) {
        guard let scheme = try? EnvelopeScheme<OpenSSL>(restoring: input, chatID: SealedWorld.chatID) else { return }
        expect((try? scheme.encodedState()) == input, "a state has two encodings: \(input)")
    }

    /// Of one who has sent and received.
    private static let state: [UInt8] = {
        let world = SealedWorld.made
        var scheme = EnvelopeScheme<OpenSSL>(chatID: SealedWorld.chatID)
        _ = try? scheme.open(
            world.sealed, at: world.place, from: world.sender.record, identityKey: world.sender.identityKey.key,
            by: world.receiver.device, knowing: world.roster)
        let draft = Draft(
            clientID: [UInt8](repeating: 5, count: 16), kind: .message, sentAt: SealedWorld.sentAt, content: [])
        _ = try? scheme.seal(draft, from: world.receiver.device, for: world.roster)
        return (try? scheme.encodedState()) ?? []
    }()
}
