import Cryptography
import TestSupport
import Testing

@testable import SecureFormat

@Suite("Device certificates")
struct DeviceCertificateTests {
    private static func check(
        _ bytes: [UInt8], proves claim: DeviceClaim, identityKey: Ed25519PublicKey
    ) throws(CertificateRefusal) -> DeviceCertificate {
        try DeviceCertificate.checked(bytes, proves: claim) { identityKey.verifies($0, of: $1) }
    }

    @Test("a certificate of another implementation proves its claim", arguments: Vectors.all.certificates)
    func accepted(_ vector: Vectors.Certificate) throws {
        let identityKey = try Ed25519PublicKey(vector.identityKey.bytes)
        let statement = try vector.statement()
        let found = try Self.check(vector.certificate.bytes, proves: try vector.claim(), identityKey: identityKey)
        #expect(found.statement == statement)
        #expect(try found.encoded() == vector.certificate.bytes)
        #expect(try statement.signedBytes() == vector.signed.bytes)
        #expect(try DeviceCertificate(statement, signature: found.signature).encoded() == vector.certificate.bytes)
    }

    @Test("what proves nothing is refused for its reason", arguments: Vectors.all.refusedCertificates)
    func refused(_ vector: Vectors.RefusedCertificate) throws {
        let right = try #require(Vectors.all.certificates.first)
        let identityKey = try Ed25519PublicKey(right.identityKey.bytes)
        let claim = try right.claim()
        let error = #expect(throws: CertificateRefusal.self) {
            try Self.check(vector.certificate.bytes, proves: claim, identityKey: identityKey)
        }
        #expect(error.map(Self.reason) == vector.reason)
    }

    private static func reason(_ refusal: CertificateRefusal) -> String {
        switch refusal {
        case .malformed(let error): "\(error)"
        case .userID: "userId"
        case .deviceID: "deviceId"
        case .criticalExtension: "extensions"
        default: "\(refusal)"
        }
    }

    @Test("no byte may change, none may be missing or come in", arguments: Vectors.all.certificates)
    func mutations(_ vector: Vectors.Certificate) throws {
        let identityKey = try Ed25519PublicKey(vector.identityKey.bytes)
        let claim = try vector.claim()
        let right = vector.certificate.bytes
        func isTaken(_ bytes: [UInt8]) -> Bool {
            (try? Self.check(bytes, proves: claim, identityKey: identityKey)) != nil
        }
        #expect(isTaken(right))
        for index in right.indices {
            for change in [0x01, 0x80, 0xff] as [UInt8] {
                var bytes = right
                bytes[index] ^= change
                #expect(!isTaken(bytes), "byte \(index) changed by \(change)")
            }
            #expect(!isTaken(Array(right[..<index])), "cut after \(index)")
            #expect(!isTaken(Array(right[index...].dropFirst())), "the end from \(index)")
            #expect(!isTaken(Array(right[..<index] + right[(index + 1)...])), "without byte \(index)")
            #expect(!isTaken(Array(right[...index] + [right[index]] + right[(index + 1)...])), "byte \(index) twice")
        }
    }

    @Test("with the signature taken for right, a changed byte is another statement or none", arguments: [0, 1, 2])
    func encodingIsUnique(_ index: Int) throws {
        let right = Vectors.all.certificates[index].certificate.bytes
        for index in right.indices {
            for bit in 0..<8 as Range<UInt8> {
                var bytes = right
                bytes[index] ^= 1 << bit
                guard let certificate = try? DeviceCertificate(decoding: bytes) else { continue }
                #expect(try certificate.encoded() == bytes)
            }
        }
    }

    @Test("a statement that has no encoding is not signed")
    func unwritable() throws {
        let right = try #require(Vectors.all.certificates.first).statement()
        func statement(
            signingKey: [UInt8]? = nil, encryptionKey: [UInt8]? = nil, extensions: [FormatExtension] = []
        ) -> DeviceStatement {
            DeviceStatement(
                suite: right.suite, userID: right.userID, deviceID: right.deviceID,
                signingKey: signingKey ?? right.signingKey, encryptionKey: encryptionKey ?? right.encryptionKey,
                issuedAt: right.issuedAt, extensions: extensions)
        }
        let one = FormatExtension(type: 1, data: [])
        #expect(throws: FormatError.length) { try statement(signingKey: [1]).signedBytes() }
        #expect(throws: FormatError.length) { try statement(encryptionKey: []).signedBytes() }
        #expect(throws: FormatError.extensionOrder) { try statement(extensions: [one, one]).signedBytes() }
        let long = FormatExtension(type: 1, data: [UInt8](repeating: 0, count: 513))
        #expect(throws: FormatError.length) { try statement(extensions: [long]).signedBytes() }
        let several = (0..<3).map { FormatExtension(type: $0, data: [UInt8](repeating: 0, count: 400)) }
        #expect(throws: FormatError.length) { try statement(extensions: several).signedBytes() }
        #expect(throws: FormatError.length) { try DeviceCertificate(right, signature: [1]).encoded() }
    }

    @Test("the longest certificate that there is fits")
    func longest() throws {
        let extensions = [
            FormatExtension(type: 1, data: [UInt8](repeating: 1, count: 512)),
            FormatExtension(type: 2, data: [UInt8](repeating: 2, count: 504)),
        ]
        let right = try #require(Vectors.all.certificates.last { $0.suite == 2 }).statement()
        let statement = DeviceStatement(
            suite: right.suite, userID: .max, deviceID: .max, signingKey: right.signingKey,
            encryptionKey: right.encryptionKey, issuedAt: .max, extensions: extensions)
        let bytes = try DeviceCertificate(statement, signature: [UInt8](repeating: 0, count: 64)).encoded()
        #expect(bytes.count <= DeviceCertificate.byteCountMax)
        #expect(try DeviceCertificate(decoding: bytes).statement == statement)
    }
}
