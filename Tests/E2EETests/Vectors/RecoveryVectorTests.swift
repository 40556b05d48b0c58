import E2EEOpenSSL
import TestSupport
import Testing

@testable import E2EE

extension EncryptionVectors {
    struct RecoveryText: Decodable, CustomTestStringConvertible {
        let name: String
        let key: Hex?
        let text: String
        let cause: String?

        var testDescription: String { name }
    }

    struct BackupAtRest: Decodable, CustomTestStringConvertible {
        let name: String
        let recoveryKey: Hex
        let userId: DecimalText
        let counterSeen: DecimalText
        let cause: String?
        let backup: Hex
        let counter: DecimalText?
        let madeAt: DecimalText?
        let wrappingKey: Hex?
        let contentsKey: Hex?
        let identityKey: Hex?
        let wrapped: Hex?
        let nonce: Hex?
        let place: Hex?
        let contents: Hex?

        var testDescription: String { name }
    }
}

struct RecoveryVectorTests {
    @Test(arguments: EncryptionVectors.all?.recoveryKeys ?? [])
    func recoveryKeysAreRead(_ vector: EncryptionVectors.RecoveryText) throws {
        var key: RecoveryKey?
        #expect(cause { key = try RecoveryKey(text: Array(vector.text.utf8), by: OpenSSL.self) } == vector.cause)
        #expect(key?.bytes == vector.key?.bytes)
    }

    @Test func recoveryKeysAreShown() throws {
        let vectors = try #require(EncryptionVectors.all?.recoveryKeys)
        for name in ["as it is shown", "zeros"] {
            let vector = try #require(vectors.first { $0.name == name })
            let bytes = try #require(vector.key).bytes
            let key = try #require(RecoveryKey(bytes: bytes))
            #expect(String(decoding: key.text(by: OpenSSL.self), as: UTF8.self) == vector.text)
        }
    }

    @Test(arguments: EncryptionVectors.all?.backups ?? [])
    func backupsAreOpenedOrRefused(_ vector: EncryptionVectors.BackupAtRest) throws {
        let recoveryKey = try #require(RecoveryKey(bytes: vector.recoveryKey.bytes))
        let keys = try BackupKeys<OpenSSL>(of: recoveryKey, userID: vector.userId.value)
        var opened: OpenedBackup<OpenSSL>?
        let cause = cause {
            opened = try keys.open(vector.backup.bytes, notBefore: vector.counterSeen.value)
        }
        #expect(cause == vector.cause)
        #expect(opened?.contents == vector.contents?.bytes)
        #expect(opened?.counter == vector.counter?.value)
        #expect(opened?.madeAt == vector.madeAt?.value)
        #expect(try opened?.identityKey.pkcs8() == vector.identityKey?.bytes)
        if opened != nil { try expectSame(vector) }
    }

    /// The same backup is made of the same nonces.
    private func expectSame(_ vector: EncryptionVectors.BackupAtRest) throws {
        let nonce = try #require(vector.nonce).bytes
        let header = BackupHeader(
            userID: vector.userId.value, counter: try #require(vector.counter).value,
            madeAt: try #require(vector.madeAt).value, identityKey: try #require(vector.wrapped).bytes, nonce: nonce)
        let place = try header.authenticatedBytes()
        #expect(place == vector.place?.bytes)
        let key = try OpenSSL.passingKey(try #require(vector.contentsKey).bytes)
        let padded = try Padding.pad(try #require(vector.contents).bytes, maximum: Backup.contentByteCountMax)
        let sealed = try OpenSSL.seal(padded, nonce: nonce, authenticating: place, with: key)
        #expect(try Backup(header, sealedContents: sealed).encoded() == vector.backup.bytes)
    }
}
