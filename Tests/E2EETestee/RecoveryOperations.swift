import E2EE
import E2EEOpenSSL
import FoundationEssentials

struct GenerateRecoveryKey: Operation {
    struct Answer: Encodable {
        let text: String
    }

    func perform(by _: inout Testee) throws -> Answer {
        let key = try RecoveryKey.generated(by: OpenSSL.self)
        return Answer(text: String(decoding: key.text(by: OpenSSL.self), as: UTF8.self))
    }
}

struct CheckRecoveryKey: Operation {
    let text: String

    struct Answer: Encodable {}

    func perform(by _: inout Testee) throws -> Answer {
        _ = try RecoveryKey(text: Array(text.utf8), by: OpenSSL.self)
        return Answer()
    }
}

struct SealBackup: Operation {
    let recoveryText: String
    let kek: Int
    let userId: UInt64
    let wrappedIdentity: Data
    let counter: UInt64
    let madeAt: UInt64
    let contents: Data

    struct Answer: Encodable {
        let backup: Data
    }

    func perform(by testee: inout Testee) throws -> Answer {
        let key = try RecoveryKey(text: Array(recoveryText.utf8), by: OpenSSL.self)
        let identityKey = try testee.wrapper(kek, of: userId)
            .identityKey(in: [UInt8](wrappedIdentity), resealable: true)
        let draft = BackupDraft<OpenSSL>(
            identityKey: identityKey, counter: counter, madeAt: madeAt, contents: [UInt8](contents))
        return Answer(backup: Data(try BackupKeys(of: key, userID: userId).seal(draft)))
    }
}

struct OpenBackup: Operation {
    let recoveryText: String
    /// Under which the identity key is put away.
    let kek: Int
    let userId: UInt64
    let counterSeen: UInt64
    let backup: Data

    struct Answer: Encodable {
        let wrappedIdentity: Data
        let counter: UInt64
        let madeAt: UInt64
        let contents: Data
    }

    func perform(by testee: inout Testee) throws -> Answer {
        let key = try RecoveryKey(text: Array(recoveryText.utf8), by: OpenSSL.self)
        let opened = try BackupKeys<OpenSSL>(of: key, userID: userId)
            .open([UInt8](backup), notBefore: counterSeen, resealable: true)
        let wrapped = try testee.wrapper(kek, of: userId).wrap(identityKey: opened.identityKey)
        return Answer(
            wrappedIdentity: Data(wrapped), counter: opened.counter, madeAt: opened.madeAt,
            contents: Data(opened.contents))
    }
}
