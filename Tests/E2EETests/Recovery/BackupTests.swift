import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

@Suite struct BackupTests {
    private static let userID: UInt64 = 0x0102_0304_0506_0708
    private static let contents = Array("what is kept".utf8)

    private static func recoveryKey(_ byte: UInt8) throws -> RecoveryKey {
        try #require(RecoveryKey(bytes: [UInt8](repeating: byte, count: 32)))
    }

    private static func keys(_ byte: UInt8 = 1, userID: UInt64 = userID) throws -> BackupKeys<OpenSSL> {
        try BackupKeys<OpenSSL>(of: recoveryKey(byte), userID: userID)
    }

    private static func draft(_ contents: [UInt8] = contents, counter: UInt64 = 3) -> BackupDraft<OpenSSL> {
        BackupDraft(
            identityKey: KeyRing.account.privateKey, counter: counter, madeAt: 1_800_000_000_000, contents: contents)
    }

    private static func sealed(_ draft: BackupDraft<OpenSSL> = draft()) throws -> [UInt8] {
        try keys().seal(draft)
    }

    // MARK: What is backed up comes back

    @Test func everythingComesBack() throws {
        let bytes = try Self.sealed()
        for seen in [0, 2, 3] as [UInt64] {
            let opened = try Self.keys().open(bytes, notBefore: seen, resealable: seen == 0)
            #expect(opened.contents == Self.contents)
            #expect(opened.counter == 3)
            #expect(opened.madeAt == 1_800_000_000_000)
            let signature = try OpenSSL.sign([1], with: opened.identityKey)
            #expect(OpenSSL.verifies(signature, of: [1], by: KeyRing.account.publicKey))
        }
    }

    @Test func theLayoutIsTheDocumentedOne() throws {
        let bytes = try Self.sealed()
        let header = 1 + 8 + 8 + 8 + 2 + 96 + 12
        #expect(bytes.count == header + 3 + 64 + 16)
        #expect(Array(bytes[..<17]) == [1] + (1...8) + [0, 0, 0, 0, 0, 0, 0, 3])
        let context = [UInt8](1...8)
        let key = try OpenSSL.derive(
            Self.recoveryKey(1).bytes, "martlet backup v1 contents", context: context, count: 32)
        let place = Array("\u{11}martlet backup v1".utf8) + bytes[..<header]
        let opened = try OpenSSL.open(
            Array(bytes[(header + 3)...]), nonce: Array(bytes[(header - 12)..<header]), authenticating: place,
            with: OpenSSL.passingKey(key))
        #expect(opened == (try Padding.pad(Self.contents, maximum: 100)))
        // The identity key is wrapped under a key of its own, as any wrapped key is.
        let wrapping = try OpenSSL.derive(
            Self.recoveryKey(1).bytes, "martlet backup v1 identity key", context: context, count: 32)
        let wrapper = KeyWrapper<OpenSSL>(userID: Self.userID, key: try OpenSSL.passingKey(wrapping))
        _ = try wrapper.identityKey(in: Array(bytes[27..<(header - 12)]))
    }

    @Test(arguments: [0, 63, 64, 10_000, 507_903]) func lengthsAreHidden(count: Int) throws {
        let contents = [UInt8](repeating: 5, count: count)
        let bytes = try Self.sealed(Self.draft(contents))
        #expect(bytes.count == 135 + 3 + Padding.paddedByteCount(count) + 16)
        #expect(bytes.count <= Backup.byteCountMax)
        #expect(try Self.keys().open(bytes, notBefore: 0).contents == contents)
    }

    @Test func theBoundsAreThoseOfThePadding() {
        #expect(Backup.sealedByteCounts.lowerBound == Padding.paddedByteCount(0) + 16)
        #expect(Backup.sealedByteCounts.upperBound == Padding.paddedByteCount(Backup.contentByteCountMax) + 16)
        #expect(Padding.paddedByteCount(Backup.contentByteCountMax) == Backup.contentByteCountMax + 1)
        // With the longest identity key that there is, the server takes it.
        let header = 1 + 24 + 2 + WrappedKey.byteCountMax + 12
        #expect(header + 3 + Backup.sealedByteCounts.upperBound <= Backup.byteCountMax)
    }

    @Test func anIdentityKeyIsWrappedAgainForTheNewDevice() throws {
        let opened = try Self.keys().open(Self.sealed(), notBefore: 0, resealable: true)
        let wrapper = KeyWrapper<OpenSSL>(userID: Self.userID, key: KeyRing.symmetric(9))
        let identityKey = try wrapper.identityKey(in: wrapper.wrap(identityKey: opened.identityKey))
        #expect(OpenSSL.verifies(try OpenSSL.sign([1], with: identityKey), of: [1], by: KeyRing.account.publicKey))
    }

    // MARK: What is not the same is refused

    @Test func changedBytesAreRefused() throws {
        let right = try Self.sealed()
        let keys = try Self.keys()
        Mutations.of(right) { bytes, what in
            #expect(throws: BackupRefusal.self, Comment(rawValue: what)) { try keys.open(bytes, notBefore: 0) }
        }
        _ = try keys.open(right, notBefore: 0)
    }

    /// Between two backups of the same account under the same key, nothing can be exchanged.
    @Test func partsOfAnotherBackupAreRefused() throws {
        let (one, other) = (try Self.sealed(), try Self.sealed(Self.draft(Self.contents, counter: 4)))
        let keys = try Self.keys()
        #expect(one.count == other.count)
        for cut in 1..<one.count where one[..<cut] != other[..<cut] && one[cut...] != other[cut...] {
            #expect(throws: BackupRefusal.contents) { try keys.open(Array(one[..<cut] + other[cut...]), notBefore: 0) }
        }
    }

    private static func patched(at index: Int, _ byte: UInt8) throws -> [UInt8] {
        var bytes = try sealed()
        bytes[index] = byte
        return bytes
    }

    /// Sealed as it should be, around something else, and with any identity key.
    private static func around(
        _ padded: [UInt8], identityKey: [UInt8]? = nil
    ) throws -> [UInt8] {
        let key = try OpenSSL.derive(
            recoveryKey(1).bytes, "martlet backup v1 contents", context: [UInt8](1...8), count: 32)
        let right = try Backup(decoding: sealed()).header
        let header = BackupHeader(
            userID: userID, counter: 3, madeAt: 0, identityKey: identityKey ?? right.identityKey, nonce: right.nonce)
        let contents = try OpenSSL.seal(
            padded, nonce: header.nonce, authenticating: header.authenticatedBytes(), with: OpenSSL.passingKey(key))
        return try Backup(header, sealedContents: contents).encoded()
    }

    private static func wrapper(_ userID: UInt64 = userID) throws -> KeyWrapper<OpenSSL> {
        let key = try OpenSSL.derive(
            recoveryKey(1).bytes, "martlet backup v1 identity key", context: [UInt8](1...8), count: 32)
        return KeyWrapper<OpenSSL>(userID: userID, key: try OpenSSL.passingKey(key))
    }

    private static let padded = [0x80] + [UInt8](repeating: 0, count: 63)

    private static func open(
        _ bytes: [UInt8], notBefore seen: UInt64 = 0, by keys: BackupKeys<OpenSSL>? = nil
    ) throws {
        _ = try (try keys ?? Self.keys()).open(bytes, notBefore: seen)
    }

    private static let refusals: [RefusalCase] = [
        RefusalCase("nothing", "backup.truncated") { try open([]) },
        RefusalCase("the end is missing", "backup.truncated") { try open(sealed().dropLast()) },
        RefusalCase("one byte more", "backup.trailing_bytes") { try open(sealed() + [0]) },
        RefusalCase("version 2", "backup.version") { try open(patched(at: 0, 2)) },
        RefusalCase("no identity key", "backup.length") { try open(Array(sealed()[..<25]) + [0, 0]) },
        RefusalCase("a long identity key", "backup.length") { try open(Array(sealed()[..<25]) + [0x10, 0x21]) },
        RefusalCase("no contents", "backup.length") { try open(Array(sealed()[..<135]) + [0, 0, 79]) },
        RefusalCase("long contents", "backup.length") { try open(Array(sealed()[..<135]) + [0x07, 0xc0, 0x11]) },
        RefusalCase("more than the server keeps", "backup.length") {
            try open(sealed() + [UInt8](repeating: 0, count: Backup.byteCountMax))
        },
        RefusalCase("too much to be sealed", "backup.length") {
            _ = try sealed(draft([UInt8](repeating: 1, count: Backup.contentByteCountMax + 1)))
        },
        RefusalCase("of another account", "backup.user_id") { try open(sealed(), by: keys(userID: userID + 1)) },
        RefusalCase("another account is written over it", "backup.contents") {
            try open(patched(at: 8, 9), by: keys(userID: userID + 1))
        },
        RefusalCase("an old one", "backup.counter") { try open(sealed(), notBefore: 4) },
        RefusalCase("an old one with a high counter written over it", "backup.contents") {
            try open(patched(at: 16, 4), notBefore: 4)
        },
        RefusalCase("another account before an old one", "backup.user_id") {
            try open(sealed(), notBefore: 4, by: keys(userID: userID + 1))
        },
        RefusalCase("another recovery key", "backup.contents") { try open(sealed(), by: keys(2)) },
        RefusalCase("another time", "backup.contents") { try open(patched(at: 24, 1)) },
        RefusalCase("another identity key", "backup.contents") { try open(patched(at: 80, 1)) },
        RefusalCase("no padding", "backup.padding") { try open(around([UInt8](repeating: 0, count: 64))) },
        RefusalCase("more padding than is due", "backup.padding") {
            try open(around(padded + [UInt8](repeating: 0, count: 8)))
        },
        RefusalCase("an identity key that is cut", "wrapped_key.truncated") {
            try open(around(padded, identityKey: [1]))
        },
        RefusalCase("an identity key of another account", "wrapped_key.user_id") {
            try open(around(padded, identityKey: wrapper(userID + 1).wrap(identityKey: KeyRing.account.privateKey)))
        },
        RefusalCase("a signing key for an identity key", "wrapped_key.purpose") {
            let key = try wrapper().wrap(signingKey: KeyRing.account.privateKey, ofDevice: 0)
            try open(around(padded, identityKey: key))
        },
        RefusalCase("an identity key under the key of the contents", "wrapped_key.key") {
            let other = KeyWrapper<OpenSSL>(userID: userID, key: KeyRing.symmetric(1))
            try open(around(padded, identityKey: other.wrap(identityKey: KeyRing.account.privateKey)))
        },
        RefusalCase("keys that cannot be made", "primitive.failed") {
            _ = try BackupKeys<BrokenProvider>(of: recoveryKey(1), userID: userID)
        },
    ]

    @Test(arguments: refusals) func refuses(_ refusal: RefusalCase) { refusal.check() }

    @Test func everyCauseIsHit() {
        let own = Self.refusals.filter { !$0.cause.hasPrefix("wrapped_key.") }
        expectAllCauses(of: "backup", in: own)
        #expect(
            DocumentedCauses.of("wrapped_key").isSuperset(of: Self.refusals.map(\.cause).filter { $0.hasPrefix("w") }))
    }
}
