internal import COpenSSL

/// The algorithms, looked up once: OpenSSL 3 takes longer to find SHA-256 by its name than to hash a header with it.
///
/// Proof that sharing is sound: the members are set before `shared` can be seen and never after; what they point to is
/// never freed, and OpenSSL does not change a fetched algorithm but for its reference count, which is atomic
/// (openssl-threads(7)).
struct OpenSSLAlgorithms: @unchecked Sendable {
    let sha256: OpaquePointer
    let aes256GCM: OpaquePointer

    static let shared = OpenSSLAlgorithms()

    private init() {
        guard let sha256 = EVP_MD_fetch(nil, "SHA256", nil), let aes256GCM = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil)
        else { preconditionFailure("this OpenSSL has no SHA-256 or no AES-256-GCM") }
        self.sha256 = sha256
        self.aes256GCM = aes256GCM
    }
}
