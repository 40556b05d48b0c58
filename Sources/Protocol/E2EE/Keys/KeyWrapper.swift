internal import SecureFormat

/// Puts away the private keys of one account under one key, which is the `kek` of its password, or of its recovery key.
///
/// What is wrapped for one purpose, account or device opens for no other. The nonces are random: no wrapper sees as
/// many keys as would make two of them meet.
public struct KeyWrapper<Provider: CryptoProvider>: Sendable {
    public let userID: UInt64
    private let key: Provider.SymmetricKey

    public init(userID: UInt64, key: Provider.SymmetricKey) {
        self.userID = userID
        self.key = key
    }

    // MARK: Wrapping; what is returned is an encoded `WrappedKey`

    public func wrap(signingKey: Provider.SigningKey, ofDevice deviceID: UInt64) throws(WrappedKeyRefusal) -> [UInt8] {
        try wrap(.signing, deviceID) { (nonce, place) throws(PrimitiveFailure) in
            try Provider.sealKey(signingKey, nonce: nonce, authenticating: place, under: key)
        }
    }

    public func wrap(
        encryptionKey: Provider.UnwrappingKey, ofDevice deviceID: UInt64
    ) throws(WrappedKeyRefusal) -> [UInt8] {
        try wrap(.encryption, deviceID) { (nonce, place) throws(PrimitiveFailure) in
            try Provider.sealKey(encryptionKey, nonce: nonce, authenticating: place, under: key)
        }
    }

    public func wrap(identityKey: Provider.SigningKey) throws(WrappedKeyRefusal) -> [UInt8] {
        try wrap(.identity, 0) { (nonce, place) throws(PrimitiveFailure) in
            try Provider.sealKey(identityKey, nonce: nonce, authenticating: place, under: key)
        }
    }

    /// - Parameter storageKey: 32 bytes; others are refused as `.key`.
    public func wrap(storageKey: [UInt8], ofDevice deviceID: UInt64) throws(WrappedKeyRefusal) -> [UInt8] {
        guard storageKey.count == AES256GCM.keyByteCount else { throw .key }
        return try wrap(.storage, deviceID) { (nonce, place) throws(PrimitiveFailure) in
            try Provider.seal(storageKey, nonce: nonce, authenticating: place, with: key)
        }
    }

    private func wrap(
        _ purpose: KeyPurpose, _ deviceID: UInt64,
        _ seal: (_ nonce: [UInt8], _ place: [UInt8]) throws(PrimitiveFailure) -> [UInt8]
    ) throws(WrappedKeyRefusal) -> [UInt8] {
        let place = KeyPlace(purpose, userID: userID, deviceID: deviceID)
        let wrapped: WrappedKey
        do throws(PrimitiveFailure) {
            let nonce = try Provider.random(AES256GCM.nonceByteCount)
            wrapped = WrappedKey(place, nonce: nonce, sealedKey: try seal(nonce, place.authenticatedBytes))
        } catch {
            throw .primitive(error)
        }
        do throws(FormatError) {
            return try wrapped.encoded()
        } catch {
            throw .malformed(error)
        }
    }

    // MARK: Opening; `resealable` is for keys that are to be wrapped again, under another key

    public func signingKey(
        in wrapped: [UInt8], ofDevice deviceID: UInt64, resealable: Bool = false
    ) throws(WrappedKeyRefusal) -> Provider.SigningKey {
        try open(wrapped, .signing, deviceID) { (wrapped, place) throws(PrimitiveFailure) in
            try Provider.openSigningKey(
                wrapped.sealedKey, nonce: wrapped.nonce, authenticating: place, under: key, resealable: resealable)
        }
    }

    public func encryptionKey(
        in wrapped: [UInt8], ofDevice deviceID: UInt64, resealable: Bool = false
    ) throws(WrappedKeyRefusal) -> Provider.UnwrappingKey {
        try open(wrapped, .encryption, deviceID) { (wrapped, place) throws(PrimitiveFailure) in
            try Provider.openUnwrappingKey(
                wrapped.sealedKey, nonce: wrapped.nonce, authenticating: place, under: key, resealable: resealable)
        }
    }

    public func identityKey(
        in wrapped: [UInt8], resealable: Bool = false
    ) throws(WrappedKeyRefusal) -> Provider.SigningKey {
        try open(wrapped, .identity, 0) { (wrapped, place) throws(PrimitiveFailure) in
            try Provider.openSigningKey(
                wrapped.sealedKey, nonce: wrapped.nonce, authenticating: place, under: key, resealable: resealable)
        }
    }

    /// 32 bytes, for `RowSealer`, or to be wrapped again.
    public func storageKey(in wrapped: [UInt8], ofDevice deviceID: UInt64) throws(WrappedKeyRefusal) -> [UInt8] {
        let bytes = try open(wrapped, .storage, deviceID) { (wrapped, place) throws(PrimitiveFailure) in
            try Provider.open(wrapped.sealedKey, nonce: wrapped.nonce, authenticating: place, with: key)
        }
        guard bytes.count == AES256GCM.keyByteCount else { throw .key }
        return bytes
    }

    private func open<Key>(
        _ bytes: [UInt8], _ purpose: KeyPurpose, _ deviceID: UInt64,
        _ open: (_ wrapped: WrappedKey, _ place: [UInt8]) throws(PrimitiveFailure) -> Key
    ) throws(WrappedKeyRefusal) -> Key {
        let place = KeyPlace(purpose, userID: userID, deviceID: deviceID)
        let wrapped = try WrappedKey(decoding: bytes)
        try wrapped.place.check(is: place)
        do throws(PrimitiveFailure) {
            return try open(wrapped, place.authenticatedBytes)
        } catch {
            throw .key
        }
    }
}
