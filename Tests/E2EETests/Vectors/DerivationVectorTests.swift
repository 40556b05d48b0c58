import E2EEOpenSSL
import TestSupport
import Testing

@testable import E2EE

extension EncryptionVectors {
    struct Derivation: Decodable {
        let secret: Hex
        let label: String
        let context: Hex
        let count: Int
        let info: Hex
        let derived: Hex
    }

    struct PaddedCount: Decodable {
        let count: Int
        let padded: Int
    }

    struct PaddedContent: Decodable, CustomTestStringConvertible {
        let name: String
        let content: Hex?
        let padded: Hex
        let cause: String?

        var testDescription: String { name }
    }

    struct PublicKey: Decodable, CustomTestStringConvertible {
        let name: String
        let key: Hex
        let isAcceptable: Bool

        var testDescription: String { name }
    }
}

struct DerivationVectorTests {
    @Test(arguments: EncryptionVectors.all?.derivations ?? [])
    func secretsAreDerived(_ vector: EncryptionVectors.Derivation) throws {
        let derived = try OpenSSL.hkdfSHA256(vector.secret.bytes, info: vector.info.bytes, count: vector.count)
        #expect(derived == vector.derived.bytes)
    }

    @Test(arguments: EncryptionVectors.all?.paddedCounts ?? [])
    func lengthsArePadded(_ vector: EncryptionVectors.PaddedCount) {
        #expect(Padding.paddedByteCount(vector.count) == vector.padded)
    }

    @Test(arguments: EncryptionVectors.all?.paddings ?? [])
    func contentIsPadded(_ vector: EncryptionVectors.PaddedContent) throws {
        let maximum = Draft.contentByteCountMax
        #expect((try? Padding.unpad(vector.padded.bytes, maximum: maximum)) == vector.content?.bytes)
        if let content = vector.content {
            #expect(try Padding.pad(content.bytes, maximum: maximum) == vector.padded.bytes)
        }
        #expect((vector.content == nil) == (vector.cause != nil))
    }

    @Test(arguments: EncryptionVectors.all?.publicKeys ?? [])
    func publicKeysAreTakenOrNot(_ vector: EncryptionVectors.PublicKey) {
        #expect(Ed25519Encoding.isAcceptable(vector.key.bytes) == vector.isAcceptable)
    }
}
