extension ContentKey {
    func seal<Provider: CryptoProvider>(
        _ padded: [UInt8], authenticating header: [UInt8], at place: ContentKeyPlace, _: Provider.Type
    ) throws(PrimitiveFailure) -> [UInt8] {
        let derived = try cipherKey(place, Provider.self)
        return try Provider.seal(padded, nonce: derived.nonce, authenticating: header, with: derived.key)
    }

    func open<Provider: CryptoProvider>(
        _ ciphertext: [UInt8], authenticating header: [UInt8], at place: ContentKeyPlace, _: Provider.Type
    ) throws(PrimitiveFailure) -> [UInt8] {
        let derived = try cipherKey(place, Provider.self)
        return try Provider.open(ciphertext, nonce: derived.nonce, authenticating: header, with: derived.key)
    }

    /// The nonce need not be random: with this key nothing else is sealed.
    private func cipherKey<Provider: CryptoProvider>(
        _ place: ContentKeyPlace, _: Provider.Type
    ) throws(PrimitiveFailure) -> (key: Provider.SymmetricKey, nonce: [UInt8]) {
        let derived = try Provider.derive(
            bytes, "martlet envelope v1 key", context: place.context,
            count: AES256GCM.keyByteCount + AES256GCM.nonceByteCount)
        let key = try Provider.passingKey(Array(derived.prefix(AES256GCM.keyByteCount)))
        return (key, Array(derived.suffix(AES256GCM.nonceByteCount)))
    }
}
