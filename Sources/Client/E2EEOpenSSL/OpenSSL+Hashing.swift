internal import COpenSSL
public import E2EE

extension OpenSSL {
    public typealias Digest = OpenSSLDigest

    static let hashByteCount = 32

    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: hashByteCount)
        let isDone = EVP_Digest(bytes, bytes.count, &hash, nil, OpenSSLAlgorithms.shared.sha256, nil) == 1
        // There is no input that it refuses. A hash that is not one must not go further.
        precondition(isDone, "no memory for SHA-256")
        return hash
    }

    public static func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        var tag = [UInt8](repeating: 0, count: hashByteCount)
        guard let keyCount = Int32(exactly: key.count) else { return hmacSHA256(key: sha256(key), message) }
        let isDone = HMAC(OpenSSLAlgorithms.shared.sha256, key, keyCount, message, message.count, &tag, nil) != nil
        precondition(isDone, "no memory for HMAC")
        return tag
    }

    public static func pbkdf2SHA256(
        password: [UInt8], salt: [UInt8], iterations: UInt32
    ) throws(PrimitiveFailure) -> [UInt8] {
        guard let passwordCount = Int32(exactly: password.count), let saltCount = Int32(exactly: salt.count),
            let iterations = Int32(exactly: iterations), iterations > 0
        else { throw PrimitiveFailure() }
        var key = [UInt8](repeating: 0, count: hashByteCount)
        let isDone = password.withUnsafeBytes { password in
            PKCS5_PBKDF2_HMAC(
                password.bindMemory(to: CChar.self).baseAddress, passwordCount, salt, saltCount, iterations,
                OpenSSLAlgorithms.shared.sha256, Int32(hashByteCount), &key) == 1
        }
        guard isDone else { throw failure() }
        return key
    }
}
