import E2EEOpenSSL
import Testing

@testable import E2EE

/// Devices that are no roster, and the cause for it.
struct RosterFault: CustomTestStringConvertible, Sendable {
    let cause: String
    let name: String
    let namesPhone: Bool
    let roster: @Sendable (Conversation) throws -> ([DeviceRecord], [IdentityKey])

    init(
        _ cause: String, _ name: String, namesPhone: Bool = true,
        roster: @escaping @Sendable (Conversation) throws -> ([DeviceRecord], [IdentityKey])
    ) {
        (self.cause, self.name, self.namesPhone, self.roster) = (cause, name, namesPhone, roster)
    }

    /// The phone with another certificate.
    init(
        _ cause: String, _ name: String,
        certificate: @escaping @Sendable (inout ForgedCertificate, Conversation) -> Void
    ) {
        self.init(cause, name) { now in
            var forged = ForgedCertificate(of: now.phone, by: now.alice)
            certificate(&forged, now)
            let phone = now.phone.record
            let record = DeviceRecord(
                userID: phone.userID, deviceID: phone.deviceID, encryptionKey: phone.encryptionKey,
                signingKey: phone.signingKey, certificate: try forged.encoded())
            return ([now.bobs.record, record], [now.alice.identityKey, now.bob.identityKey])
        }
    }

    var testDescription: String { "\(cause): \(name)" }

    func deviceID(_ now: Conversation) -> UInt64? { namesPhone ? now.phone.record.deviceID : nil }

    static let all = [
        RosterFault("roster.devices", "65 devices", namesPhone: false) { now in
            ([DeviceRecord](repeating: now.phone.record, count: 65), [now.alice.identityKey])
        },
        RosterFault("roster.duplicate", "one device twice") { now in
            ([now.phone.record, now.bobs.record, now.phone.record], [now.alice.identityKey, now.bob.identityKey])
        },
        RosterFault("certificate.missing", "no identity key of its account is known") { now in
            ([now.bobs.record, now.phone.record], [now.bob.identityKey])
        },
        RosterFault("certificate.signature", "the identity key was replaced") { now in
            let replaced = IdentityKey(userID: now.alice.userID, key: now.bob.key.publicKey)
            return ([now.bobs.record, now.phone.record], [now.bob.identityKey, replaced])
        },
        RosterFault("certificate.signature", "certified by another account") { $0.signer = $1.bob.key.privateKey },
        RosterFault("certificate.user_id", "certified for another account") { $0.userID = $1.bob.userID },
        RosterFault("certificate.device_id", "certified for another device") { one, _ in one.deviceID += 1 },
        RosterFault("certificate.signing_key", "another signing key") { one, now in
            one.signingKey = now.laptop.record.signingKey
        },
        RosterFault("certificate.encryption_key", "another encryption key") { one, now in
            one.encryptionKey = now.laptop.record.encryptionKey
        },
        RosterFault("certificate.truncated", "half a certificate") { one, _ in
            one.changesBytes = { Array($0.prefix(200)) }
        },
        RosterFault("certificate.extension", "an extension that must be understood") { one, _ in
            one.extensions = BigEndian.ext(0xffff)
        },
    ]
}
