internal import CTLS

/// What the connections of a client share: whom it trusts, and which TLS it speaks. May be used from any thread.
///
/// TLS 1.3, or 1.2 with forward secrecy and authenticated encryption, as proxies in front of servers may have no other.
/// Every certificate is verified, chain and name; nothing turns that off.
///
/// Proof that sharing is sound: the context is complete when `init` returns and not changed later, and OpenSSL counts
/// its references atomically (openssl-threads(7)).
public final class TLSClientContext: @unchecked Sendable {
    /// Who may vouch for a server.
    public enum Trust: Sendable, Equatable {
        /// The authorities that the system knows.
        case system
        /// Those whose certificates are in the file, in PEM, and nobody else: a server's own authority.
        case file(String)
    }

    /// That which trusts the system's authorities, made when it is first used.
    public static let system = Result { () throws(TLSContextError) in try TLSClientContext() }

    private let context: OpaquePointer

    /// - Throws: when the trusted certificates cannot be loaded.
    public init(trust: Trust = .system) throws(TLSContextError) {
        guard let context = SSL_CTX_new(TLS_client_method()) else { throw .libraryFailed }
        self.context = context
        try TLSSettings.apply(to: context, lowest: TLS1_2_VERSION)
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
        guard
            SSL_CTX_set_alpn_protos(context, TLSApplicationProtocol.offer, UInt32(TLSApplicationProtocol.offer.count))
                == 0
        else { throw .libraryFailed }
        try load(trust)
    }

    deinit {
        SSL_CTX_free(context)
    }

    private func load(_ trust: Trust) throws(TLSContextError) {
        switch trust {
        case .system:
            if SSL_CTX_set_default_verify_paths(context) == 1 { return }
            throw TLSContextError(
                .noSystemTrust, "the system's certificates cannot be loaded; install the package ca-certificates")
        case .file(let path):
            try TLSContextError.checkReadable(path)
            // Also an authority between the root and the server, or the server itself: who is named is trusted.
            X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), UInt(X509_V_FLAG_PARTIAL_CHAIN))
            if SSL_CTX_load_verify_file(context, path) == 1 { return }
            throw TLSContextError(.noCertificate, "\(path) has no certificate in PEM; name the authority's certificate")
        }
    }

    /// The client's side of a new connection.
    ///
    /// - Parameters:
    ///   - host: the server's name, which its certificate must be for, or its numeric address, without brackets.
    ///   - handshakeNanoseconds: how long the handshake may take.
    public func stream(
        to host: String, handshakeNanoseconds: UInt64 = 10_000_000_000
    ) throws(TLSContextError) -> TLSStream {
        try stream(to: host, handshakeNanoseconds: handshakeNanoseconds, recordsPerKey: TLSStream.recordsPerKey)
    }

    func stream(
        to host: String, handshakeNanoseconds: UInt64, recordsPerKey: Int
    ) throws(TLSContextError) -> TLSStream {
        let (ssl, wire) = try TLSSettings.newSSL(context)
        let stream = TLSStream(
            owning: ssl, wire: wire, peerName: host, handshakeNanoseconds: handshakeNanoseconds,
            recordsPerKey: recordsPerKey)
        SSL_set_connect_state(ssl)
        try expect(host, of: ssl)
        return stream
    }

    private func expect(_ host: String, of ssl: OpaquePointer) throws(TLSContextError) {
        guard !host.isEmpty, !host.utf8.contains(0) else {
            throw TLSContextError(.badName, "the server's name is none")
        }
        let parameters = SSL_get0_param(ssl)
        // Refuses what is not a numeric address.
        if X509_VERIFY_PARAM_set1_ip_asc(parameters, host) == 1 { return }
        ERR_clear_error()
        // Names end in the root with or without the dot; certificates and SNI have them without (RFC 6066 §3).
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        X509_VERIFY_PARAM_set_hostflags(
            parameters, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT))
        guard X509_VERIFY_PARAM_set1_host(parameters, name, 0) == 1, ctls_set_server_name(ssl, name) == 1 else {
            throw TLSContextError(.badName, "\(host) is no name that a server can have; check the address")
        }
    }
}
