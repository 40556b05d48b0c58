internal import E2EE
internal import E2EEOpenSSL
internal import Glibc
internal import SecureFormat

/// Two people with a device each, whose keys are real, and a message from one to the other.
struct SealedWorld {
    static let chatID: UInt64 = 1
    static let sentAt: UInt64 = 1_800_000_000_000
    static let content = Array("a message that nobody else reads".utf8)

    let sender: Person
    let receiver: Person
    let roster: Roster<OpenSSL>
    let sealed: SealedContent
    /// What the server says of the entry.
    let place: Place

    /// The one of this run; without it nothing would be found.
    static let made: SealedWorld = {
        do {
            return try SealedWorld()
        } catch {
            complain("No keys can be made: \(error)\n")
            exit(2)
        }
    }()

    private init() throws {
        sender = try Person(userID: 11, deviceID: 21)
        receiver = try Person(userID: 12, deviceID: 22)
        let people = [sender, receiver]
        roster = try Roster.checked(
            version: 3, devices: people.map(\.record), identityKeys: people.map(\.identityKey))
        let draft = Draft(
            clientID: [UInt8](repeating: 4, count: 16), kind: .message, sentAt: Self.sentAt, content: Self.content)
        var scheme = EnvelopeScheme<OpenSSL>(chatID: Self.chatID)
        sealed = try scheme.seal(draft, from: sender.device, for: roster).content
        place = Place(
            clientID: draft.clientID, senderID: sender.device.userID, senderDeviceID: sender.device.deviceID,
            kind: .message, target: .none)
    }

    /// The key that was wrapped for the receiver.
    var receiverKey: [UInt8] {
        sealed.keys.first { $0.deviceID == receiver.device.deviceID }?.key ?? []
    }

    /// What the receiver makes of it, for the first time each time.
    func opened(
        _ ciphertext: [UInt8], key: [UInt8], certificate: [UInt8]? = nil, at place: Place
    ) -> OpenedContent? {
        let keys = [DeviceKey(deviceID: receiver.device.deviceID, key: key)]
        let content = SealedContent(ciphertext: ciphertext, rosterVersion: roster.version, keys: keys)
        var record = sender.record
        if let certificate {
            record = DeviceRecord(
                userID: record.userID, deviceID: record.deviceID, encryptionKey: record.encryptionKey,
                signingKey: record.signingKey, certificate: certificate)
        }
        var scheme = EnvelopeScheme<OpenSSL>(chatID: Self.chatID)
        let opened = try? scheme.open(
            content, at: place, from: record, identityKey: sender.identityKey.key, by: receiver.device,
            knowing: roster)
        checkState(of: scheme, hasOpened: opened != nil)
        return opened
    }

    /// A failure changes nothing; what was opened is remembered, and the state comes back as it was.
    private func checkState(of scheme: EnvelopeScheme<OpenSSL>, hasOpened: Bool) {
        let state = try? scheme.encodedState()
        let fresh = try? EnvelopeScheme<OpenSSL>(chatID: Self.chatID).encodedState()
        expect((state == fresh) == !hasOpened, "the state changes without an opening, or does not with one")
        let restored = state.flatMap { try? EnvelopeScheme<OpenSSL>(restoring: $0, chatID: Self.chatID) }
        expect((try? restored?.encodedState()) == state, "a state does not come back")
    }

    /// An account with one device.
    struct Person {
        let device: LocalDevice<OpenSSL>
        let record: DeviceRecord
        let identityKey: IdentityKey

        init(userID: UInt64, deviceID: UInt64) throws {
            let identity = try FixedKeys.signing(UInt8(userID))
            let signing = try FixedKeys.signing(UInt8(deviceID))
            let encryption = try FixedKeys.unwrapping()
            let claim = DeviceClaim(
                userID: userID, deviceID: deviceID, signingKey: signing.publicKey, encryptionKey: encryption.publicKey)
            let account = AccountKey<OpenSSL>(privateKey: identity.privateKey, publicKey: identity.publicKey)
            let certificate = try DeviceCertificate.issued(to: claim, at: SealedWorld.sentAt, by: account)
            device = LocalDevice(
                userID: userID, deviceID: deviceID, signingKey: signing.privateKey,
                unwrappingKey: encryption.privateKey)
            record = DeviceRecord(
                userID: userID, deviceID: deviceID, encryptionKey: encryption.publicKey,
                signingKey: signing.publicKey,
                certificate: try certificate.encoded())
            identityKey = IdentityKey(userID: userID, key: identity.publicKey)
        }
    }
}
