internal import E2EEOpenSSL

@testable internal import E2EE

/// What a device keeps where others may write: private keys, rows of the local history, and backups. What is read has
/// one encoding; of what was sealed nothing but the same bytes opens, and in no other place.
///
/// The first byte chooses what the rest is for, or damages.
enum AtRestTarget {
    private static let userID: UInt64 = 1
    private static let deviceID: UInt64 = 2
    private static let rowPlace: [UInt8] = [3]
    private static let contents = Array("what was kept".utf8)

    static func run(_ input: [UInt8]) {
        checkEncodings(input)
        guard let kept else { return expect(false, "no keys can be made") }
        guard let kind = input.first else { return }
        let damage = input.dropFirst()
        switch kind % 6 {
        case 0:
            check(damage, to: kept.signing) { (try? kept.wrapper.signingKey(in: $0, ofDevice: deviceID)) != nil }
        case 1:
            check(damage, to: kept.identity) { (try? kept.wrapper.identityKey(in: $0)) != nil }
        case 2:
            check(damage, to: kept.storage) {
                (try? kept.wrapper.storageKey(in: $0, ofDevice: deviceID)) == kept.storageKey
            }
        case 3:
            check(damage, to: kept.row) { (try? kept.rows.open($0, at: rowPlace)) == contents }
        case 4:
            check(damage, to: kept.backup) { (try? kept.backups.open($0, notBefore: 5))?.contents == contents }
        default:
            check(damage, to: kept.encryption) {
                (try? kept.wrapper.encryptionKey(in: $0, ofDevice: deviceID)) != nil
            }
        }
    }

    private static func checkEncodings(_ input: [UInt8]) {
        if let key = try? WrappedKey(decoding: input) {
            expect((try? key.encoded()) == input, "a wrapped key has two encodings: \(input)")
        }
        if let row = try? SealedRow(decoding: input) {
            expect((try? row.encoded()) == input, "a row has two encodings: \(input)")
        }
        if let backup = try? Backup(decoding: input) {
            expect((try? backup.encoded()) == input, "a backup has two encodings: \(input)")
        }
    }

    private static func check(_ damage: ArraySlice<UInt8>, to right: [UInt8], opens: ([UInt8]) -> Bool) {
        let bytes = Damage.applied(damage, to: right)
        expect(opens(bytes) == (bytes == right), "\(bytes) for \(right)")
    }

    private struct Kept {
        let wrapper: KeyWrapper<OpenSSL>
        let rows: RowSealer<OpenSSL>
        let backups: BackupKeys<OpenSSL>
        let storageKey: [UInt8]
        let signing: [UInt8]
        let encryption: [UInt8]
        let identity: [UInt8]
        let storage: [UInt8]
        let row: [UInt8]
        let backup: [UInt8]

        init() throws {
            let accountKey = try FixedKeys.signing(1).privateKey
            storageKey = try OpenSSL.random(32)
            wrapper = KeyWrapper(userID: userID, key: try OpenSSL.lastingKey(OpenSSL.random(32)))
            signing = try wrapper.wrap(signingKey: FixedKeys.signing(2).privateKey, ofDevice: deviceID)
            encryption = try wrapper.wrap(encryptionKey: FixedKeys.unwrapping().privateKey, ofDevice: deviceID)
            identity = try wrapper.wrap(identityKey: accountKey)
            storage = try wrapper.wrap(storageKey: storageKey, ofDevice: deviceID)
            rows = try RowSealer(storageKey: storageKey)
            row = try rows.seal(contents, at: rowPlace)
            backups = try BackupKeys(of: RecoveryKey.generated(by: OpenSSL.self), userID: userID)
            backup = try backups.seal(
                BackupDraft(identityKey: accountKey, counter: 5, madeAt: 6, contents: contents))
        }
    }

    private static let kept = try? Kept()
}
