import E2EEOpenSSL
import SecureFormat
import TestSupport
import Testing

@testable import E2EE

extension EncryptionVectors {
    struct Password: Decodable, CustomTestStringConvertible {
        let password: String
        let composed: Hex
        let salt: Hex
        let iterations: UInt32
        let cause: String?
        let stretch: Hex?
        let authentication: String?
        let kek: Hex?

        var testDescription: String { "\(password), \(salt.bytes.count) bytes, \(iterations) iterations" }
    }

    struct KeyAtRest: Decodable, CustomTestStringConvertible {
        let name: String
        let kek: Hex
        let purpose: UInt8
        let userId: DecimalText
        let deviceId: DecimalText
        let place: Hex
        let nonce: Hex
        let key: Hex?
        let wrapped: Hex
        let cause: String?

        var testDescription: String { name }
    }

    struct Row: Decodable, CustomTestStringConvertible {
        let name: String
        let storageKey: Hex
        let place: Hex
        let nonce: Hex
        let authenticated: Hex
        let row: Hex?
        let sealed: Hex
        let cause: String?

        var testDescription: String { name }
    }
}

struct KeyVectorTests {
    @Test(arguments: EncryptionVectors.all?.passwords ?? [])
    func passwordsAreStretched(_ vector: EncryptionVectors.Password) throws {
        var keys: PasswordKeys<OpenSSL>?
        let cause = cause {
            keys = try PasswordKeys<OpenSSL>.stretched(
                password: vector.composed.bytes, salt: vector.salt.bytes, iterations: vector.iterations)
        }
        #expect(cause == vector.cause)
        #expect((keys?.authentication).map { String(decoding: $0, as: UTF8.self) } == vector.authentication)
        guard let keys, let kek = vector.kek, let stretch = vector.stretch else { return }
        #expect(try OpenSSL.derive(stretch.bytes, "martlet password v1 keys", count: 32) == kek.bytes)
        // The key itself is not given out: what it seals opens with the one of the vectors.
        let (nonce, text) = ([UInt8](repeating: 7, count: 12), Array("what it seals".utf8))
        let sealed = try OpenSSL.seal(text, nonce: nonce, authenticating: [], with: keys.kek)
        let key = try OpenSSL.passingKey(kek.bytes)
        #expect(try OpenSSL.open(sealed, nonce: nonce, authenticating: [], with: key) == text)
    }

    @Test(arguments: EncryptionVectors.all?.wrappedKeys ?? [])
    func keysAtRestAreOpenedOrRefused(_ vector: EncryptionVectors.KeyAtRest) throws {
        let kek = try OpenSSL.passingKey(vector.kek.bytes)
        let wrapper = KeyWrapper<OpenSSL>(userID: vector.userId.value, key: kek)
        let purpose = try #require(KeyPurpose(rawValue: vector.purpose))
        let (bytes, device) = (vector.wrapped.bytes, vector.deviceId.value)
        var key: [UInt8]?
        let cause = cause {
            key =
                switch purpose {
                case .signing: try wrapper.signingKey(in: bytes, ofDevice: device).pkcs8()
                case .encryption: try wrapper.encryptionKey(in: bytes, ofDevice: device).pkcs8()
                case .identity: try wrapper.identityKey(in: bytes).pkcs8()
                case .storage: try wrapper.storageKey(in: bytes, ofDevice: device)
                }
        }
        #expect(cause == vector.cause)
        #expect(key == vector.key?.bytes)
        let place = KeyPlace(purpose, userID: vector.userId.value, deviceID: device)
        #expect(place.authenticatedBytes == vector.place.bytes)
        guard let key else { return }
        let sealed = try OpenSSL.seal(key, nonce: vector.nonce.bytes, authenticating: vector.place.bytes, with: kek)
        #expect(try WrappedKey(place, nonce: vector.nonce.bytes, sealedKey: sealed).encoded() == bytes)
    }

    @Test(arguments: EncryptionVectors.all?.rows ?? [])
    func rowsAreOpenedOrRefused(_ vector: EncryptionVectors.Row) throws {
        let sealer = try RowSealer<OpenSSL>(storageKey: vector.storageKey.bytes)
        var row: [UInt8]?
        #expect(cause { row = try sealer.open(vector.sealed.bytes, at: vector.place.bytes) } == vector.cause)
        #expect(row == vector.row?.bytes)
        guard let row else { return }
        let key = try OpenSSL.passingKey(vector.storageKey.bytes)
        let sealed = try OpenSSL.seal(
            row, nonce: vector.nonce.bytes, authenticating: vector.authenticated.bytes, with: key)
        #expect(try SealedRow(nonce: vector.nonce.bytes, sealed: sealed).encoded() == vector.sealed.bytes)
    }
}
