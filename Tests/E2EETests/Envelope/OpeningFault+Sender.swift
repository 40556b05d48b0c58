import E2EEOpenSSL

@testable import E2EE

extension OpeningFault {
    static let certificate = [
        OpeningFault(40, "certificate.missing", "the device was removed") { one, _ in one.hasRecord = false },
        OpeningFault(40, "certificate.missing", "no identity key is known", parts: ["identity"]) { one, _ in
            one.identityKey = nil
        },
        OpeningFault(41, "certificate.truncated", "no bytes", parts: ["certificate bytes"]) { one, _ in
            one.certificate.changesBytes = { _ in [] }
        },
        OpeningFault(41, "certificate.truncated", "the last byte is missing", parts: ["certificate bytes"]) { one, _ in
            one.certificate.changesBytes = { $0.dropLast() }
        },
        OpeningFault(41, "certificate.trailing_bytes", "a byte behind it", parts: ["certificate bytes"]) { one, _ in
            one.certificate.changesBytes = { $0 + [0] }
        },
        OpeningFault(41, "certificate.length", "2,049 bytes", parts: ["certificate bytes"]) { one, _ in
            one.certificate.changesBytes = { $0 + [UInt8](repeating: 0, count: 2_049 - $0.count) }
        },
        OpeningFault(41, "certificate.length", "no encryption key", parts: ["encryption key"]) { one, _ in
            one.certificate.encryptionKey = []
        },
        OpeningFault(41, "certificate.version", "version 2") { one, _ in one.certificate.version = 2 },
        OpeningFault(41, "certificate.suite", "suite 3", parts: ["suite"]) { one, _ in one.certificate.suite = 3 },
        OpeningFault(41, "certificate.extension_order", "one extension twice", parts: ["certificate extensions"]) {
            one, _ in
            one.certificate.extensions = BigEndian.ext(1) + BigEndian.ext(1)
        },
        OpeningFault(42, "certificate.user_id", "of another account") { one, now in
            one.certificate.userID = now.bob.userID
        },
        OpeningFault(43, "certificate.device_id", "of another device") { one, now in
            one.certificate.deviceID = now.laptop.record.deviceID
        },
        OpeningFault(44, "certificate.signing_key", "another signing key", parts: ["signing key"]) { one, now in
            one.signingKey = now.laptop.record.signingKey
        },
        OpeningFault(45, "certificate.encryption_key", "another encryption key", parts: ["encryption key"]) {
            one, now in
            one.encryptionKey = now.laptop.record.encryptionKey
        },
        OpeningFault(47, "certificate.suite", "the suite of larger keys", parts: ["suite"]) { one, _ in
            one.certificate.suite = 2
        },
        OpeningFault(47, "certificate.suite", "what is no encryption key", parts: ["encryption key"]) { one, _ in
            one.encryptionKey = [1, 2, 3]
            one.certificate.encryptionKey = [1, 2, 3]
        },
        OpeningFault(
            48, "certificate.extension", "an extension that must be understood", parts: ["certificate extensions"]
        ) { one, _ in
            one.certificate.extensions = BigEndian.ext(0x8000)
        },
        OpeningFault(49, "certificate.signature", "the identity key was replaced", parts: ["identity"]) { one, _ in
            one.identityKey = try TestAccount(userID: 1).key.publicKey
        },
        OpeningFault(49, "certificate.signature", "certified by somebody else", parts: ["certifier"]) { one, now in
            one.certificate.signer = now.bob.key.privateKey
        },
        OpeningFault(49, "certificate.signature", "certified by itself", parts: ["certifier"]) { one, now in
            one.certificate.signer = now.phone.local.signingKey
        },
        OpeningFault(
            49, "certificate.signature", "an identity key for which anybody signs",
            parts: ["identity", "certificate bytes"]
        ) {
            one, _ in
            // The point of order 1 is the key, R and S are that point and 0: S·B = R + k·A holds for each message.
            let neutral = [1] + [UInt8](repeating: 0, count: 31)
            one.identityKey = neutral
            one.certificate.changesBytes = { $0.dropLast(64) + neutral + [UInt8](repeating: 0, count: 32) }
        },
        OpeningFault(46, "certificate.signing_key", "a signing key for which anybody signs", parts: ["signing key"]) {
            one, _ in
            let neutral = [1] + [UInt8](repeating: 0, count: 31)
            (one.signingKey, one.certificate.signingKey) = (neutral, neutral)
            one.envelope.changesSignature = { _ in neutral + [UInt8](repeating: 0, count: 32) }
        },
    ]

    static let sender = [
        OpeningFault(50, "envelope.signature", "signed by another device", parts: ["signer"]) { one, now in
            one.envelope.signer = now.laptop.local.signingKey
        },
        OpeningFault(50, "envelope.signature", "signed by the identity key", parts: ["signer"]) { one, now in
            one.envelope.signer = now.alice.key.privateKey
        },
        OpeningFault(50, "envelope.signature", "another signature", parts: ["signature"]) { one, _ in
            one.envelope.changesSignature = { _ in [UInt8](repeating: 0, count: 64) }
        },
        OpeningFault(50, "envelope.signature", "S above the order of the group", parts: ["signature"]) { one, _ in
            one.envelope.changesSignature = { $0.dropLast() + [0xff] }
        },
    ]
}
