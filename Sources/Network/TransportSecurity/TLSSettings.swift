internal import CTLS

/// What both sides set in OpenSSL.
enum TLSSettings {
    /// For TLS 1.2: forward secrecy and authenticated encryption only. All suites of TLS 1.3 have both.
    private static let ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20"
    private static let groups = "X25519:P-256:P-384"
    /// 112 bits: RSA from 2,048 bits, no SHA-1 in signatures.
    private static let securityLevel: Int32 = 2

    static func apply(to context: OpaquePointer, lowest: Int32) throws(TLSContextError) {
        guard ctls_set_versions(context, lowest, TLS1_3_VERSION) == 1,
            SSL_CTX_set_cipher_list(context, ciphers) == 1, ctls_set_groups(context, groups) == 1
        else { throw .libraryFailed }
        SSL_CTX_set_security_level(context, securityLevel)
        ctls_turn_off_what_harms(context)
        ctls_release_buffers(context)
        ctls_keep_no_sessions(context)
    }

    /// A new connection's state, with the wire that it reads from and writes to.
    static func newSSL(_ context: OpaquePointer) throws(TLSContextError) -> (ssl: OpaquePointer, wire: TLSWire) {
        let wire = TLSWire()
        guard let ssl = SSL_new(context) else { throw .libraryFailed }
        guard let bio = wire.makeBIO() else {
            SSL_free(ssl)
            throw .libraryFailed
        }
        // One reference serves both directions, and goes with the connection's state.
        SSL_set_bio(ssl, bio, bio)
        return (ssl, wire)
    }
}
