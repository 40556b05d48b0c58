internal import SecureFormat

extension ContentKey {
    /// What binds the sender to this key: AES-GCM alone does not, so that one ciphertext could be two messages.
    func commitment<Provider: CryptoProvider>(
        _ place: ContentKeyPlace, _: Provider.Type
    ) throws(PrimitiveFailure) -> [UInt8] {
        try Provider.derive(
            bytes, "martlet envelope v1 commitment", context: place.context,
            count: EnvelopeHeader.commitmentByteCount)
    }
}
