#if hasFeature(Embedded)
    internal import E2EE
    internal import SecureFormat

    /// Takes from the host what browsers have, and hashes itself: SHA-256 in Swift costs less than a suspension, and
    /// has no branch or address that depends on what it hashes.
    enum WebCryptoProvider: CryptoProvider {
        typealias SigningKey = HostKey
        typealias WrappingKey = RSAPublicKey
        typealias UnwrappingKey = HostKey
        typealias SymmetricKey = HostSymmetricKey
        typealias Digest = SHA256

        private static let keyByteCount = 32
        private static let nonceByteCount = 12
        private static let tagByteCount = 16
        private static let signatureByteCount = 64

        static func random(_ count: Int) throws(PrimitiveFailure) -> [UInt8] {
            var out = [UInt8](repeating: 0, count: count)
            guard hostRandom(&out, Int32(count)) == 0 else { throw PrimitiveFailure() }
            return out
        }

        // MARK: Hashing

        static func sha256(_ bytes: [UInt8]) -> [UInt8] { SHA256.hash(bytes) }

        static func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
            HMACSHA256.authenticate(key: key, message)
        }

        static func pbkdf2SHA256(
            password: [UInt8], salt: [UInt8], iterations: UInt32
        ) throws(PrimitiveFailure) -> [UInt8] {
            var out = [UInt8](repeating: 0, count: keyByteCount)
            guard hostPBKDF2(password, Int32(password.count), salt, Int32(salt.count), iterations, &out) == 0
            else { throw PrimitiveFailure() }
            return out
        }

        // MARK: Signatures

        static func generateSigningKey() throws(PrimitiveFailure) -> GeneratedKey<HostKey> {
            var publicKey = [UInt8](repeating: 0, count: keyByteCount)
            let key = try hostKey(hostGenerateSigningKey(&publicKey))
            return GeneratedKey(privateKey: key, publicKey: publicKey)
        }

        static func sign(_ message: [UInt8], with key: HostKey) throws(PrimitiveFailure) -> [UInt8] {
            var out = [UInt8](repeating: 0, count: signatureByteCount)
            guard hostSign(key.handle, message, Int32(message.count), &out) == 0 else { throw PrimitiveFailure() }
            return out
        }

        static func verifies(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
            guard signature.count == signatureByteCount, publicKey.count == keyByteCount else { return false }
            return hostVerify(publicKey, signature, message, Int32(message.count)) == 1
        }

        // MARK: Wrapping for devices

        static func generateUnwrappingKey(_ suite: KeySuite) throws(PrimitiveFailure) -> GeneratedKey<HostKey> {
            var publicKey = [UInt8](repeating: 0, count: RSAPublicKey.byteCountMax)
            var count: Int32 = 0
            let handle = hostGenerateUnwrappingKey(
                Int32(suite.modulusByteCount), &publicKey, Int32(publicKey.count), &count)
            let key = try hostKey(handle)
            guard count >= 0, Int(count) <= publicKey.count else { throw PrimitiveFailure() }
            publicKey.removeLast(publicKey.count - Int(count))
            return GeneratedKey(privateKey: key, publicKey: publicKey)
        }

        static func wrappingKey(_ key: RSAPublicKey) -> RSAPublicKey { key }

        static func wrap(
            _ secret: [UInt8], for recipients: [WrapRecipient<RSAPublicKey>]
        ) throws(PrimitiveFailure) -> [[UInt8]] {
            let list = try list(of: recipients)
            var count = 0
            for recipient in recipients { count += recipient.key.modulus.count }
            var out = [UInt8](repeating: 0, count: count)
            guard hostWrap(secret, Int32(secret.count), list, Int32(list.count), &out, Int32(count)) == 0
            else { throw PrimitiveFailure() }
            var wrapped: [[UInt8]] = []
            var position = 0
            for recipient in recipients {
                let end = position + recipient.key.modulus.count
                wrapped.append(Array(out[position..<end]))
                position = end
            }
            return wrapped
        }

        private static func list(
            of recipients: [WrapRecipient<RSAPublicKey>]
        ) throws(PrimitiveFailure) -> [UInt8] {
            var writer = FormatWriter()
            do throws(FormatError) {
                for recipient in recipients {
                    try writer.opaque(recipient.key.subjectPublicKeyInfo, 0...65_535)
                    try writer.opaque(recipient.label, 0...255)
                }
            } catch {
                throw PrimitiveFailure()
            }
            return writer.bytes
        }

        static func unwrap(
            _ wrapped: [UInt8], label: [UInt8], with key: HostKey
        ) throws(PrimitiveFailure) -> [UInt8] {
            var out = [UInt8](repeating: 0, count: wrapped.count)
            let count = hostUnwrap(
                key.handle, wrapped, Int32(wrapped.count), label, Int32(label.count), &out, Int32(out.count))
            return try first(count, of: out)
        }

        // MARK: AES-256-GCM

        static func passingKey(_ bytes: [UInt8]) throws(PrimitiveFailure) -> HostSymmetricKey {
            guard bytes.count == keyByteCount else { throw PrimitiveFailure() }
            return .passing(bytes)
        }

        static func lastingKey(_ bytes: [UInt8]) throws(PrimitiveFailure) -> HostSymmetricKey {
            guard bytes.count == keyByteCount else { throw PrimitiveFailure() }
            return .lasting(try hostKey(hostImportKey(bytes, Int32(bytes.count))))
        }

        static func seal(
            _ plaintext: [UInt8], nonce: [UInt8], authenticating: [UInt8], with key: HostSymmetricKey
        ) throws(PrimitiveFailure) -> [UInt8] {
            guard nonce.count == nonceByteCount else { throw PrimitiveFailure() }
            var out = [UInt8](repeating: 0, count: plaintext.count + tagByteCount)
            let (bytes, handle) = key.bytesAndHandle
            let status = hostSeal(
                bytes, Int32(bytes.count), handle, nonce, authenticating, Int32(authenticating.count), plaintext,
                Int32(plaintext.count), &out)
            guard status == 0 else { throw PrimitiveFailure() }
            return out
        }

        static func open(
            _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], with key: HostSymmetricKey
        ) throws(PrimitiveFailure) -> [UInt8] {
            guard nonce.count == nonceByteCount, sealed.count >= tagByteCount else { throw PrimitiveFailure() }
            var out = [UInt8](repeating: 0, count: sealed.count - tagByteCount)
            let (bytes, handle) = key.bytesAndHandle
            let status = hostOpen(
                bytes, Int32(bytes.count), handle, nonce, authenticating, Int32(authenticating.count), sealed,
                Int32(sealed.count), &out)
            guard status == 0 else { throw PrimitiveFailure() }
            return out
        }

        // MARK: Private keys at rest

        static func sealKey(
            _ key: HostKey, nonce: [UInt8], authenticating: [UInt8], under wrapper: HostSymmetricKey
        ) throws(PrimitiveFailure) -> [UInt8] {
            guard nonce.count == nonceByteCount else { throw PrimitiveFailure() }
            // The largest that a `WrappedKey` holds.
            var out = [UInt8](repeating: 0, count: 4_096)
            let (bytes, handle) = wrapper.bytesAndHandle
            let count = hostSealKey(
                key.handle, bytes, Int32(bytes.count), handle, nonce, authenticating, Int32(authenticating.count),
                &out, Int32(out.count))
            return try first(count, of: out)
        }

        static func openSigningKey(
            _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], under wrapper: HostSymmetricKey,
            resealable: Bool
        ) throws(PrimitiveFailure) -> HostKey {
            try openKey(.signing, sealed, nonce, authenticating, wrapper, resealable)
        }

        static func openUnwrappingKey(
            _ sealed: [UInt8], nonce: [UInt8], authenticating: [UInt8], under wrapper: HostSymmetricKey,
            resealable: Bool
        ) throws(PrimitiveFailure) -> HostKey {
            try openKey(.unwrapping, sealed, nonce, authenticating, wrapper, resealable)
        }

        private static func openKey(
            _ kind: HostKey.Kind, _ sealed: [UInt8], _ nonce: [UInt8], _ authenticating: [UInt8],
            _ wrapper: HostSymmetricKey, _ resealable: Bool
        ) throws(PrimitiveFailure) -> HostKey {
            guard nonce.count == nonceByteCount else { throw PrimitiveFailure() }
            let (bytes, handle) = wrapper.bytesAndHandle
            return try hostKey(
                hostOpenKey(
                    kind.rawValue, resealable ? 1 : 0, bytes, Int32(bytes.count), handle, nonce, authenticating,
                    Int32(authenticating.count), sealed, Int32(sealed.count)))
        }

        private static func hostKey(_ handle: Int32) throws(PrimitiveFailure) -> HostKey {
            guard handle > 0 else { throw PrimitiveFailure() }
            return HostKey(handle: handle)
        }

        private static func first(_ count: Int32, of bytes: [UInt8]) throws(PrimitiveFailure) -> [UInt8] {
            guard count >= 0, Int(count) <= bytes.count else { throw PrimitiveFailure() }
            return Array(bytes.prefix(Int(count)))
        }
    }
#endif
