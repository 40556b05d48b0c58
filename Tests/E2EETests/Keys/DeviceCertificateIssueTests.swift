import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

@Suite struct DeviceCertificateIssueTests {
    private static let claim = DeviceClaim(
        userID: 7, deviceID: 8, signingKey: KeyRing.device.signing.publicKey,
        encryptionKey: KeyRing.device.encryption.publicKey)

    private static func claim(
        signingKey: [UInt8] = claim.signingKey, encryptionKey: [UInt8] = claim.encryptionKey
    ) -> DeviceClaim {
        DeviceClaim(userID: 7, deviceID: 8, signingKey: signingKey, encryptionKey: encryptionKey)
    }

    @Test func whatIsIssuedHolds() throws {
        let issued = try DeviceCertificate.issued(to: Self.claim, at: 1_800_000_000_000, by: KeyRing.account)
        #expect(issued.statement.suite == .ed25519RSA2048)
        #expect(issued.statement.issuedAt == 1_800_000_000_000)
        let bytes = try issued.encoded()
        func checked(_ claim: DeviceClaim, by key: [UInt8]) throws -> DeviceCertificate {
            try DeviceCertificate.checked(bytes, proves: claim) { OpenSSL.verifies($0, of: $1, by: key) }
        }
        #expect(try checked(Self.claim, by: KeyRing.account.publicKey) == issued)
        #expect(throws: CertificateRefusal.signature) { try checked(Self.claim, by: KeyRing.otherAccount.publicKey) }
        let other = try OpenSSL.generateSigningKey().publicKey
        #expect(throws: CertificateRefusal.signingKey) {
            try checked(Self.claim(signingKey: other), by: KeyRing.account.publicKey)
        }
    }

    @Test func theSuiteIsThatOfTheKey() throws {
        let keys = try OpenSSL.generateUnwrappingKey(.ed25519RSA3072)
        let issued = try DeviceCertificate.issued(
            to: Self.claim(encryptionKey: keys.publicKey), at: 0, by: KeyRing.account)
        #expect(issued.statement.suite == .ed25519RSA3072)
    }

    @Test func keysAreOfTheSuiteThatIsAskedFor() throws {
        #expect(KeyRing.device.suite == .ed25519RSA2048)
        #expect(RSAPublicKey(subjectPublicKeyInfo: KeyRing.device.encryption.publicKey)?.suite == .ed25519RSA2048)
        #expect(Ed25519Encoding.isAcceptable(KeyRing.device.signing.publicKey))
        #expect(KeyRing.device.storage.count == 32)
        #expect(KeyRing.account.publicKey != KeyRing.otherAccount.publicKey)
    }

    private static let one = FormatExtension(type: 2, data: [])

    private static let refusals: [RefusalCase] = [
        RefusalCase("a signing key of small order", "certificate.signing_key") {
            _ = try DeviceCertificate.issued(
                to: claim(signingKey: Ed25519Encoding.smallOrderY[3]), at: 0, by: KeyRing.account)
        },
        RefusalCase("a signing key that is short", "certificate.signing_key") {
            _ = try DeviceCertificate.issued(to: claim(signingKey: [1]), at: 0, by: KeyRing.account)
        },
        RefusalCase("an encryption key that is none", "certificate.encryption_key") {
            _ = try DeviceCertificate.issued(
                to: claim(encryptionKey: claim.encryptionKey.dropLast()), at: 0, by: KeyRing.account)
        },
        RefusalCase("another identity key than the published one", "certificate.signature") {
            let account = AccountKey<OpenSSL>(
                privateKey: KeyRing.account.privateKey, publicKey: KeyRing.otherAccount.publicKey)
            _ = try DeviceCertificate.issued(to: claim, at: 0, by: account)
        },
        RefusalCase("extensions that do not rise", "certificate.extension_order") {
            _ = try DeviceCertificate.issued(to: claim, at: 0, extensions: [one, one], by: KeyRing.account)
        },
        RefusalCase("an extension that is too long", "certificate.length") {
            let long = FormatExtension(type: 1, data: [UInt8](repeating: 0, count: 513))
            _ = try DeviceCertificate.issued(to: claim, at: 0, extensions: [long], by: KeyRing.account)
        },
        RefusalCase("a key that cannot sign", "primitive.failed") {
            let account = AccountKey<BrokenProvider>(
                privateKey: KeyRing.account.privateKey, publicKey: KeyRing.account.publicKey)
            _ = try DeviceCertificate.issued(to: claim, at: 0, by: account)
        },
    ]

    /// The other causes of certificates are of those who check them.
    @Test(arguments: refusals) func refuses(_ refusal: RefusalCase) {
        refusal.check()
        #expect(DocumentedCauses.all.contains(refusal.cause))
    }
}
