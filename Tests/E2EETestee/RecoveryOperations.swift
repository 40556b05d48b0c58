import E2EE
import E2EEOpenSSL
import FoundationEssentials

struct RecoveryText: Operation {
    let key: Data

    struct Answer: Encodable {
        let text: String
    }

    func perform(by _: inout Testee) throws -> Answer {
        guard let key = RecoveryKey(bytes: [UInt8](key)) else { throw Testee.Mistake.noSuchKey(key.count) }
        return Answer(text: String(decoding: key.text(by: OpenSSL.self), as: UTF8.self))
    }
}

struct ReadRecoveryKey: Operation {
    let text: String

    struct Answer: Encodable {
        let key: Data
    }

    func perform(by _: inout Testee) throws -> Answer {
        Answer(key: Data(try RecoveryKey(text: Array(text.utf8), by: OpenSSL.self).bytes))
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
    let userId: UInt64
    let counterSeen: UInt64
    let backup: Data

    struct Answer: Encodable {
        let identityKey: Data
        let counter: UInt64
        let madeAt: UInt64
        let contents: Data
    }

    func perform(by _: inout Testee) throws -> Answer {
        let key = try RecoveryKey(text: Array(recoveryText.utf8), by: OpenSSL.self)
        let opened = try BackupKeys<OpenSSL>(of: key, userID: userId).open([UInt8](backup), notBefore: counterSeen)
        return Answer(
            identityKey: Data(try OpenSSL.publicKey(of: opened.identityKey)), counter: opened.counter,
            madeAt: opened.madeAt, contents: Data(opened.contents))
    }
}
