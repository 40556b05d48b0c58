internal import SecureFormat

/// Seals and opens the backups of one account, under what is derived from its recovery key.
///
/// The identity key has a key of its own, so that it goes from provider to provider as a handle: a browser unwraps it
/// without its bytes ever being in the core's memory (decision 32).
public struct BackupKeys<Provider: CryptoProvider>: Sendable {
    private let userID: UInt64
    private let identityKeys: KeyWrapper<Provider>
    private let contents: Provider.SymmetricKey

    public init(of recoveryKey: RecoveryKey, userID: UInt64) throws(PrimitiveFailure) {
        var context = FormatWriter()
        context.uint64(userID)
        let identityKey = try Provider.derive(
            recoveryKey.bytes, "martlet backup v1 identity key", context: context.bytes, count: 32)
        let contents = try Provider.derive(
            recoveryKey.bytes, "martlet backup v1 contents", context: context.bytes, count: 32)
        self.userID = userID
        identityKeys = KeyWrapper(userID: userID, key: try Provider.passingKey(identityKey))
        self.contents = try Provider.passingKey(contents)
    }

    /// - Returns: an encoded `Backup`.
    public func seal(_ draft: BackupDraft<Provider>) throws(BackupRefusal) -> [UInt8] {
        let padded: [UInt8]
        do throws(PaddingFailure) {
            padded = try Padding.pad(draft.contents, maximum: Backup.contentByteCountMax)
        } catch {
            throw .malformed(.length)
        }
        let header = try header(of: draft)
        let place = try Self.authenticatedBytes(of: header)
        let backup: Backup
        do throws(PrimitiveFailure) {
            let sealed = try Provider.seal(padded, nonce: header.nonce, authenticating: place, with: contents)
            backup = Backup(header, sealedContents: sealed)
        } catch {
            throw .primitive(error)
        }
        do throws(FormatError) {
            return try backup.encoded()
        } catch {
            throw .malformed(error)
        }
    }

    private func header(of draft: BackupDraft<Provider>) throws(BackupRefusal) -> BackupHeader {
        let identityKey: [UInt8]
        do throws(WrappedKeyRefusal) {
            identityKey = try identityKeys.wrap(identityKey: draft.identityKey)
        } catch {
            throw .identityKey(error)
        }
        do throws(PrimitiveFailure) {
            return BackupHeader(
                userID: userID, counter: draft.counter, madeAt: draft.madeAt, identityKey: identityKey,
                nonce: try Provider.random(AES256GCM.nonceByteCount))
        } catch {
            throw .primitive(error)
        }
    }

    /// - Parameters:
    ///   - bytes: of a `Backup`, as the server gave them.
    ///   - seen: the highest counter that this device has seen, 0 if none.
    ///   - resealable: whether the identity key is to be wrapped again, under the `kek` of this device.
    public func open(
        _ bytes: [UInt8], notBefore seen: UInt64, resealable: Bool = false
    ) throws(BackupRefusal) -> OpenedBackup<Provider> {
        let backup: Backup
        do throws(FormatError) {
            backup = try Backup(decoding: bytes)
        } catch {
            throw .malformed(error)
        }
        let header = backup.header
        guard header.userID == userID else { throw .userID }
        guard header.counter >= seen else { throw .counter }
        let opened = try openContents(of: backup)
        do throws(WrappedKeyRefusal) {
            let identityKey = try identityKeys.identityKey(in: header.identityKey, resealable: resealable)
            return OpenedBackup(
                identityKey: identityKey, counter: header.counter, madeAt: header.madeAt, contents: opened)
        } catch {
            throw .identityKey(error)
        }
    }

    private func openContents(of backup: Backup) throws(BackupRefusal) -> [UInt8] {
        let place = try Self.authenticatedBytes(of: backup.header)
        let padded: [UInt8]
        do throws(PrimitiveFailure) {
            padded = try Provider.open(
                backup.sealedContents, nonce: backup.header.nonce, authenticating: place, with: contents)
        } catch {
            throw .contents
        }
        do throws(PaddingFailure) {
            return try Padding.unpad(padded, maximum: Backup.contentByteCountMax)
        } catch {
            throw .padding
        }
    }

    private static func authenticatedBytes(of header: BackupHeader) throws(BackupRefusal) -> [UInt8] {
        do throws(FormatError) {
            return try header.authenticatedBytes()
        } catch {
            throw .malformed(error)
        }
    }
}
