internal import E2EE

/// The recovery key, and the backup under it. The key goes in and comes out as the text that its owner keeps.
extension Calls {
    /// `→ text`.
    mutating func generateRecoveryKey(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        try arguments.finish()
        let key = try refusing { () throws(PrimitiveFailure) in try RecoveryKey.generated(by: Provider.self) }
        results.bytes(key.text(by: Provider.self))
    }

    /// `text →`. Says why a text is none.
    mutating func checkRecoveryKey(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        _ = try recoveryKey(&arguments)
        try arguments.finish()
    }

    /// `text, userID, identityKey, counter, madeAt, contents → backup`.
    mutating func sealBackup(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let recoveryKey = try recoveryKey(&arguments)
        let userID = try arguments.uint64()
        let draft = BackupDraft<Provider>(
            identityKey: try signingKey(&arguments), counter: try arguments.uint64(), madeAt: try arguments.uint64(),
            contents: try arguments.bytes())
        try arguments.finish()
        let keys = try backupKeys(recoveryKey, userID)
        results.bytes(try refusing { () throws(BackupRefusal) in try keys.seal(draft) })
    }

    /// `text, userID, backup, highest counter seen, resealable → identityKey, counter, madeAt, contents`.
    mutating func openBackup(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let recoveryKey = try recoveryKey(&arguments)
        let (userID, backup) = (try arguments.uint64(), try arguments.bytes())
        let (seen, resealable) = (try arguments.uint64(), try arguments.flag())
        try arguments.finish()
        let backupKeys = try backupKeys(recoveryKey, userID)
        let opened = try refusing { () throws(BackupRefusal) in
            try backupKeys.open(backup, notBefore: seen, resealable: resealable)
        }
        results.uint32(keys.handle(ofSigningKey: opened.identityKey))
        results.uint64(opened.counter)
        results.uint64(opened.madeAt)
        results.bytes(opened.contents)
    }

    private func recoveryKey(_ arguments: inout Arguments) throws(CallFailure) -> RecoveryKey {
        let text = try arguments.bytes()
        return try refusing { () throws(RecoveryKeyRefusal) in try RecoveryKey(text: text, by: Provider.self) }
    }

    private func backupKeys(_ key: RecoveryKey, _ userID: UInt64) throws(CallFailure) -> BackupKeys<Provider> {
        try refusing { () throws(PrimitiveFailure) in try BackupKeys<Provider>(of: key, userID: userID) }
    }
}
