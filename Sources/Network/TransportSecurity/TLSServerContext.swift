internal import CTLS

/// What the connections of a server share: its certificate and key. TLS 1.3 only. May be used from any thread.
///
/// Proof that sharing is sound: the context is complete when `init` returns and not changed later, and OpenSSL counts
/// its references atomically (openssl-threads(7)).
public final class TLSServerContext: @unchecked Sendable {
    private let context: OpaquePointer

    /// - Parameters:
    ///   - certificatePath: the server's certificate, then those between it and the authority's, in PEM.
    ///   - keyPath: its private key in PEM, without a passphrase.
    public init(certificatePath: String, keyPath: String) throws(TLSContextError) {
        guard let context = SSL_CTX_new(TLS_server_method()) else { throw .libraryFailed }
        self.context = context
        try TLSSettings.apply(to: context, lowest: TLS1_3_VERSION)
        // No tickets: a stolen key of theirs would undo the forward secrecy of whoever resumes.
        guard SSL_CTX_set_num_tickets(context, 0) == 1 else { throw .libraryFailed }
        SSL_CTX_set_alpn_select_cb(context, Self.selectProtocol, nil)
        try load(certificatePath, keyPath)
    }

    deinit {
        SSL_CTX_free(context)
    }

    private func load(_ certificatePath: String, _ keyPath: String) throws(TLSContextError) {
        try TLSContextError.checkReadable(certificatePath)
        guard SSL_CTX_use_certificate_chain_file(context, certificatePath) == 1 else {
            throw TLSContextError(.noCertificate, "\(certificatePath) has no certificate in PEM; name the chain's file")
        }
        try TLSContextError.checkReadable(keyPath)
        // Without it OpenSSL would ask at the terminal.
        SSL_CTX_set_default_passwd_cb(context) { _, _, _, _ in -1 }
        guard SSL_CTX_use_PrivateKey_file(context, keyPath, SSL_FILETYPE_PEM) == 1 else {
            let isOther = ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH
            throw isOther
                ? TLSContextError(.keyMismatch, "\(keyPath) is not the key of \(certificatePath); name the pair")
                : TLSContextError(
                    .noKey, "\(keyPath) has no private key in PEM without a passphrase; take the passphrase off")
        }
        guard SSL_CTX_check_private_key(context) == 1 else {
            throw TLSContextError(.keyMismatch, "\(keyPath) is not the key of \(certificatePath); name the pair")
        }
    }

    /// The server's side of a new connection.
    ///
    /// - Parameter handshakeNanoseconds: how long the handshake may take.
    public func stream(handshakeNanoseconds: UInt64 = 10_000_000_000) throws(TLSContextError) -> TLSStream {
        try stream(handshakeNanoseconds: handshakeNanoseconds, recordsPerKey: TLSStream.recordsPerKey)
    }

    func stream(handshakeNanoseconds: UInt64, recordsPerKey: Int) throws(TLSContextError) -> TLSStream {
        let (ssl, wire) = try TLSSettings.newSSL(context)
        SSL_set_accept_state(ssl)
        return TLSStream(
            owning: ssl, wire: wire, peerName: nil, handshakeNanoseconds: handshakeNanoseconds,
            recordsPerKey: recordsPerKey)
    }

    /// Clients that offer application protocols get HTTP/1.1 or a refusal (RFC 7301 §3.2): one that goes on in another
    /// protocol could be made to take our answers for something else.
    private static let selectProtocol: SSL_CTX_alpn_select_cb_func = { _, out, outCount, offered, offeredCount, _ in
        guard let offered, let out, let outCount else { return SSL_TLSEXT_ERR_ALERT_FATAL }
        let list = UnsafeBufferPointer(start: offered, count: Int(offeredCount))
        guard let place = TLSApplicationProtocol.place(in: list) else { return SSL_TLSEXT_ERR_ALERT_FATAL }
        out.pointee = offered + place
        outCount.pointee = UInt8(TLSApplicationProtocol.http1.count)
        return SSL_TLSEXT_ERR_OK
    }
}
