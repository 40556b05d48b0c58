import E2EE
import E2EEOpenSSL
import SecureFormat

/// A chat of two: Alice with two devices, Bob with one.
struct Conversation {
    static let chatID: UInt64 = 7_301_444_403_200_100
    static let clientID = [UInt8](0x10...0x1f)
    static let shared = try! Conversation()

    let alice: TestAccount
    let bob: TestAccount
    let phone: TestDevice
    let laptop: TestDevice
    let bobs: TestDevice
    let roster: Roster<OpenSSL>

    init() throws {
        alice = try TestAccount(userID: 7_301_444_403_200_000)
        bob = try TestAccount(userID: 7_301_444_403_200_010)
        phone = try alice.device(7_301_444_403_200_003, rsa: TestKeys.rsa2048[0])
        laptop = try alice.device(7_301_444_403_200_001, rsa: TestKeys.rsa2048[1])
        bobs = try bob.device(7_301_444_403_200_002, rsa: TestKeys.rsa3072)
        roster = try Roster.checked(
            version: 12, devices: [phone, laptop, bobs].map(\.record),
            identityKeys: [alice.identityKey, bob.identityKey])
    }

    /// From the beginning.
    static var scheme: EnvelopeScheme<OpenSSL> { EnvelopeScheme(chatID: chatID) }

    static func draft(
        _ text: String = "Hello", kind: EnvelopeKind = .message, refersTo: EnvelopeReference? = nil,
        clientID: [UInt8] = clientID, counter: UInt64? = nil
    ) -> Draft {
        Draft(
            clientID: clientID, kind: kind, refersTo: refersTo, sentAt: 1_800_000_000_123, content: Array(text.utf8),
            counter: counter)
    }

    static func place(
        of sender: TestDevice, clientID: [UInt8] = clientID, kind: EnvelopeKind = .message,
        target: Place.Target = .none
    ) -> Place {
        Place(
            clientID: clientID, senderID: sender.record.userID, senderDeviceID: sender.record.deviceID, kind: kind,
            target: target)
    }
}

extension EnvelopeScheme<OpenSSL> {
    /// Opens what comes from a device as the server says.
    mutating func open(
        _ content: SealedContent, at place: Place, from sender: TestDevice, by device: TestDevice,
        knowing roster: Roster<OpenSSL>? = nil
    ) throws(OpenRefusal) -> OpenedContent {
        try open(
            content, at: place, from: sender.record, identityKey: sender.identityKey.key, by: device.local,
            knowing: roster)
    }
}
