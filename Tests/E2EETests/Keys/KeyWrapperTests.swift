import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

@Suite struct KeyWrapperTests {
    private static let userID: UInt64 = 0x0102_0304_0506_0708
    private static let deviceID: UInt64 = 0x1112_1314_1516_1718
    private static let wrapper = KeyWrapper<OpenSSL>(userID: userID, key: KeyRing.symmetric(1))

    private static func signing() throws -> [UInt8] {
        try wrapper.wrap(signingKey: KeyRing.device.signing.privateKey, ofDevice: deviceID)
    }

    private static func encryption() throws -> [UInt8] {
        try wrapper.wrap(encryptionKey: KeyRing.device.encryption.privateKey, ofDevice: deviceID)
    }

    private static func identity() throws -> [UInt8] {
        try wrapper.wrap(identityKey: KeyRing.account.privateKey)
    }

    private static func storage() throws -> [UInt8] {
        try wrapper.wrap(storageKey: KeyRing.device.storage, ofDevice: deviceID)
    }

    private static func wrapped(_ purpose: KeyPurpose) throws -> [UInt8] {
        switch purpose {
        case .signing: try signing()
        case .encryption: try encryption()
        case .identity: try identity()
        case .storage: try storage()
        }
    }

    private static func open(
        _ bytes: [UInt8], as purpose: KeyPurpose, by wrapper: KeyWrapper<OpenSSL> = wrapper,
        deviceID: UInt64 = deviceID
    ) throws(WrappedKeyRefusal) {
        switch purpose {
        case .signing: _ = try wrapper.signingKey(in: bytes, ofDevice: deviceID)
        case .encryption: _ = try wrapper.encryptionKey(in: bytes, ofDevice: deviceID)
        case .identity: _ = try wrapper.identityKey(in: bytes)
        case .storage: _ = try wrapper.storageKey(in: bytes, ofDevice: deviceID)
        }
    }

    // MARK: What is put away comes back

    @Test func theSameKeysComeBack() throws {
        let keys = KeyRing.device
        let signing = try Self.wrapper.signingKey(in: Self.signing(), ofDevice: Self.deviceID)
        #expect(OpenSSL.verifies(try OpenSSL.sign([1], with: signing), of: [1], by: keys.signing.publicKey))
        let identity = try Self.wrapper.identityKey(in: Self.identity(), resealable: true)
        #expect(OpenSSL.verifies(try OpenSSL.sign([1], with: identity), of: [1], by: KeyRing.account.publicKey))
        let encryption = try Self.wrapper.encryptionKey(in: Self.encryption(), ofDevice: Self.deviceID)
        let publicKey = try #require(RSAPublicKey(subjectPublicKeyInfo: keys.encryption.publicKey))
        let recipient = WrapRecipient(key: try OpenSSL.wrappingKey(publicKey), label: [7])
        let secret = try OpenSSL.wrap([1, 2, 3], for: [recipient])
        #expect(try OpenSSL.unwrap(secret[0], label: [7], with: encryption) == [1, 2, 3])
        #expect(try Self.wrapper.storageKey(in: Self.storage(), ofDevice: Self.deviceID) == keys.storage)
    }

    @Test func theLayoutIsTheDocumentedOne() throws {
        let bytes = try Self.storage()
        #expect(bytes.count == 1 + 1 + 8 + 8 + 12 + 2 + 32 + 16)
        #expect(Array(bytes[..<18]) == [1, 4] + (1...8) + (0x11...0x18))
        #expect(Array(bytes[30..<32]) == [0, 48])
        let place = Array("\u{16}martlet wrapped key v1".utf8) + bytes[..<18]
        let opened = try OpenSSL.open(
            Array(bytes[32...]), nonce: Array(bytes[18..<30]), authenticating: place, with: KeyRing.symmetric(1))
        #expect(opened == KeyRing.device.storage)
        // PKCS#8 of Ed25519 has 48 bytes (RFC 8410 §7), and an identity key is of no device.
        #expect(try Self.signing().count == 32 + 48 + 16)
        #expect(Array(try Self.identity()[..<18]) == [1, 3] + (1...8) + [UInt8](repeating: 0, count: 8))
        #expect(try WrappedKey(decoding: bytes).encoded() == bytes)
        #expect(
            try WrappedKey(decoding: bytes).place
                == KeyPlace(.storage, userID: Self.userID, deviceID: Self.deviceID))
        #expect(WrappedKey.byteCountMax == 4_128)
    }

    @Test func noTwoHaveANonceInCommon() throws {
        let nonces = try (0..<200).map { _ in try WrappedKey(decoding: Self.storage()).nonce }
        #expect(Set(nonces).count == 200)
    }

    @Test func theLongestKeyFits() throws {
        let keys = try DeviceKeys<OpenSSL>.generated(.ed25519RSA3072)
        let bytes = try Self.wrapper.wrap(encryptionKey: keys.encryption.privateKey, ofDevice: 1)
        #expect(bytes.count < WrappedKey.byteCountMax)
        _ = try Self.wrapper.encryptionKey(in: bytes, ofDevice: 1)
    }

    // MARK: What is not the same is refused

    @Test(arguments: KeyPurpose.allCases) func changedBytesAreRefused(purpose: KeyPurpose) throws {
        let right = try Self.wrapped(purpose)
        Mutations.of(right) { bytes, what in
            #expect(throws: WrappedKeyRefusal.self, Comment(rawValue: what)) { try Self.open(bytes, as: purpose) }
        }
        try Self.open(right, as: purpose)
    }

    @Test func noPurposeOpensForAnother() throws {
        for made in KeyPurpose.allCases {
            let bytes = try Self.wrapped(made)
            for wanted in KeyPurpose.allCases where wanted != made {
                #expect(throws: WrappedKeyRefusal.purpose) { try Self.open(bytes, as: wanted) }
                // Written over to the wanted one, and for an identity key to no device.
                var other = bytes
                other[1] = wanted.rawValue
                if made == .identity || wanted == .identity {
                    let id = wanted == .identity ? 0 : Self.deviceID
                    other.replaceSubrange(10..<18, with: (0..<8).map { UInt8(id >> (56 - 8 * $0) & 0xff) })
                }
                #expect(throws: WrappedKeyRefusal.key) { try Self.open(other, as: wanted) }
            }
        }
    }

    private static func patched(_ purpose: KeyPurpose, at index: Int, _ byte: UInt8) throws -> [UInt8] {
        var bytes = try wrapped(purpose)
        bytes[index] = byte
        return bytes
    }

    /// Sealed as it should be, around something else.
    private static func around(_ inside: [UInt8], _ purpose: KeyPurpose) throws -> [UInt8] {
        let place = KeyPlace(purpose, userID: userID, deviceID: purpose == .identity ? 0 : deviceID)
        let nonce = try OpenSSL.random(12)
        let sealed = try OpenSSL.seal(
            inside, nonce: nonce, authenticating: place.authenticatedBytes, with: KeyRing.symmetric(1))
        return try WrappedKey(place, nonce: nonce, sealedKey: sealed).encoded()
    }

    private static let broken = KeyWrapper<BrokenProvider>(userID: userID, key: KeyRing.symmetric(1))

    private static let refusals: [RefusalCase] =
        KeyPurpose.allCases.flatMap { purpose in
            [
                RefusalCase("\(purpose): nothing", "wrapped_key.truncated") { try open([], as: purpose) },
                RefusalCase("\(purpose): the end is missing", "wrapped_key.truncated") {
                    try open(wrapped(purpose).dropLast(), as: purpose)
                },
                RefusalCase("\(purpose): one byte more", "wrapped_key.trailing_bytes") {
                    try open(wrapped(purpose) + [0], as: purpose)
                },
                RefusalCase("\(purpose): version 2", "wrapped_key.version") {
                    try open(patched(purpose, at: 0, 2), as: purpose)
                },
                RefusalCase("\(purpose): purpose 0", "wrapped_key.purpose") {
                    try open(patched(purpose, at: 1, 0), as: purpose)
                },
                RefusalCase("\(purpose): purpose 5", "wrapped_key.purpose") {
                    try open(patched(purpose, at: 1, 5), as: purpose)
                },
                RefusalCase("\(purpose): nothing sealed", "wrapped_key.length") {
                    try open(Array(wrapped(purpose)[..<30]) + [0, 16] + [UInt8](repeating: 0, count: 16), as: purpose)
                },
                RefusalCase("\(purpose): too much sealed", "wrapped_key.length") {
                    try open(
                        Array(wrapped(purpose)[..<30]) + [0x10, 1] + [UInt8](repeating: 0, count: 4_097),
                        as: purpose)
                },
                RefusalCase("\(purpose): of another account", "wrapped_key.user_id") {
                    let other = KeyWrapper<OpenSSL>(userID: userID + 1, key: KeyRing.symmetric(1))
                    try open(wrapped(purpose), as: purpose, by: other)
                },
                RefusalCase("\(purpose): another account is written over it", "wrapped_key.key") {
                    let other = KeyWrapper<OpenSSL>(userID: userID + 1, key: KeyRing.symmetric(1))
                    try open(patched(purpose, at: 9, 9), as: purpose, by: other)
                },
                RefusalCase("\(purpose): another key", "wrapped_key.key") {
                    let other = KeyWrapper<OpenSSL>(userID: userID, key: KeyRing.symmetric(2))
                    try open(wrapped(purpose), as: purpose, by: other)
                },
                RefusalCase("\(purpose): something else inside", "wrapped_key.key") {
                    try open(around([UInt8](repeating: 0, count: 48), purpose), as: purpose)
                },
            ]
        }
        + ([.signing, .encryption, .storage] as [KeyPurpose]).flatMap { purpose in
            [
                RefusalCase("\(purpose): of another device", "wrapped_key.device_id") {
                    try open(wrapped(purpose), as: purpose, deviceID: deviceID + 1)
                },
                RefusalCase("\(purpose): another device is written over it", "wrapped_key.key") {
                    try open(patched(purpose, at: 17, 0x19), as: purpose, deviceID: deviceID + 1)
                },
            ]
        }
        + [
            RefusalCase("identity: of a device", "wrapped_key.device_id") {
                try open(patched(.identity, at: 17, 1), as: .identity)
            },
            RefusalCase("signing: an RSA key inside", "wrapped_key.key") {
                try open(around(KeyRing.device.encryption.privateKey.pkcs8(), .signing), as: .signing)
            },
            RefusalCase("encryption: an Ed25519 key inside", "wrapped_key.key") {
                try open(around(KeyRing.device.signing.privateKey.pkcs8(), .encryption), as: .encryption)
            },
            RefusalCase("storage: 31 bytes", "wrapped_key.key") {
                try open(around([UInt8](repeating: 1, count: 31), .storage), as: .storage)
            },
            RefusalCase("storage: 33 bytes to be wrapped", "wrapped_key.key") {
                _ = try wrapper.wrap(storageKey: [UInt8](repeating: 1, count: 33), ofDevice: 1)
            },
            RefusalCase("storage: a purpose before a device", "wrapped_key.purpose") {
                try open(wrapped(.storage), as: .signing, deviceID: 1)
            },
            RefusalCase("a signing key without randomness", "primitive.failed") {
                _ = try broken.wrap(signingKey: KeyRing.device.signing.privateKey, ofDevice: 1)
            },
            RefusalCase("an encryption key without randomness", "primitive.failed") {
                _ = try broken.wrap(encryptionKey: KeyRing.device.encryption.privateKey, ofDevice: 1)
            },
            RefusalCase("an identity key without randomness", "primitive.failed") {
                _ = try broken.wrap(identityKey: KeyRing.account.privateKey)
            },
            RefusalCase("a storage key without randomness", "primitive.failed") {
                _ = try broken.wrap(storageKey: KeyRing.device.storage, ofDevice: 1)
            },
            RefusalCase("keys that cannot be made", "primitive.failed") {
                _ = try DeviceKeys<BrokenProvider>.generated(.ed25519RSA2048)
            },
            RefusalCase("an identity key that cannot be made", "primitive.failed") {
                _ = try AccountKey<BrokenProvider>.generated()
            },
        ]

    @Test(arguments: refusals) func refuses(_ refusal: RefusalCase) { refusal.check() }

    @Test func everyCauseIsHit() { expectAllCauses(of: "wrapped_key", in: Self.refusals) }
}
