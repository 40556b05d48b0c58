/// AES-256 in Galois/Counter Mode as it is used here (NIST SP 800-38D).
enum AES256GCM {
    static let keyByteCount = 32
    static let nonceByteCount = 12
    /// Behind what is sealed.
    static let tagByteCount = 16
}
