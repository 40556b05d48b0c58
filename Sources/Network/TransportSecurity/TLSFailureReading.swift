internal import CTLS
internal import EventLoop

/// Reads out of OpenSSL why something has failed, and says it in words.
enum TLSFailureReading {
    /// OpenSSL adds it to the number of an alert that the peer has sent.
    private static let alertOffset: Int32 = 1000
    private static let recordTypes: ClosedRange<UInt8> = 20...24

    /// Whether this may be the beginning of TLS (RFC 8446 §5.1), or is of something else altogether.
    static func isRecord(firstByte: UInt8?) -> Bool { firstByte.map(recordTypes.contains) ?? true }

    /// What the oldest entry of this thread's queue of errors tells.
    static func failure(of ssl: OpaquePointer, peerName: String?) -> StreamSecurityFailure {
        let code = ERR_peek_error()
        let reason = ERR_GET_REASON(code)
        // Known once the certificate has been looked at; the queue may begin with what led to it.
        let verdict = SSL_get_verify_result(ssl)
        if let peerName, verdict != Int(X509_V_OK) { return refusal(Int32(truncatingIfNeeded: verdict), peerName) }
        if ERR_GET_LIB(code) == ERR_LIB_SSL, reason >= alertOffset {
            return .refused(by: peerName, alert: UInt8(truncatingIfNeeded: reason - alertOffset))
        }
        if reason == SSL_R_NO_APPLICATION_PROTOCOL { return .foreignProtocol(peerName) }
        return isDisagreement(reason) ? .nothingInCommon(peerName) : .corrupted(peerName, text(code))
    }

    private static func isDisagreement(_ reason: Int32) -> Bool {
        [
            SSL_R_UNSUPPORTED_PROTOCOL, SSL_R_NO_SHARED_CIPHER, SSL_R_WRONG_VERSION_NUMBER,
            SSL_R_NO_SUITABLE_KEY_SHARE, SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM, SSL_R_NO_SHARED_SIGNATURE_ALGORITHMS,
            SSL_R_NO_SHARED_GROUPS, SSL_R_VERSION_TOO_LOW, SSL_R_VERSION_TOO_HIGH,
        ].contains(reason)
    }

    private static func text(_ code: UInt) -> String {
        guard let reason = ERR_reason_error_string(code) else { return "no reason given" }
        return String(cString: reason)
    }

    private static func text(ofVerdict verdict: Int32) -> String {
        String(cString: X509_verify_cert_error_string(Int(verdict)))
    }

    private static func refusal(_ verdict: Int32, _ name: String) -> StreamSecurityFailure {
        switch verdict {
        case X509_V_ERR_CERT_HAS_EXPIRED:
            StreamSecurityFailure(
                .certificateExpired,
                "the certificate of \(name) has expired; have it renewed, and check this machine's clock")
        case X509_V_ERR_CERT_NOT_YET_VALID:
            StreamSecurityFailure(
                .certificateNotYetValid, "the certificate of \(name) is not valid yet; check this machine's clock")
        case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
            StreamSecurityFailure(
                .wrongName,
                "the certificate that \(name) presents is for another name; use the name that it was issued for, or"
                    + " have one issued for \(name)")
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_UNTRUSTED,
            // Issued by somebody of the same name.
            X509_V_ERR_CERT_SIGNATURE_FAILURE:
            StreamSecurityFailure(
                .unknownAuthority,
                "nobody who is trusted here vouches for \(name); if the server has an authority of its own, name the"
                    + " file with its certificate, else have the server send its whole chain")
        default:
            StreamSecurityFailure(
                .certificateRefused,
                "the certificate of \(name) is refused (\(text(ofVerdict: verdict))); have another one issued")
        }
    }
}

extension StreamSecurityFailure {
    private static func who(_ name: String?) -> String { name ?? "the client" }

    static func notSecure(_ name: String?) -> StreamSecurityFailure {
        let next = name == nil ? "it should use https" : "check the port, or use http if the server offers no TLS"
        return StreamSecurityFailure(.notSecure, "\(who(name)) does not speak TLS; \(next)")
    }

    static func abandoned(by name: String?) -> StreamSecurityFailure {
        let next = name == nil ? "it may not trust the certificate" : "check the port, and the server's log"
        return StreamSecurityFailure(
            .abandoned, "\(who(name)) ended the connection before it was secured; \(next)")
    }

    static func foreignProtocol(_ name: String?) -> StreamSecurityFailure {
        let next = name == nil ? "let it offer that" : "have it, or the proxy in front of it, offer that"
        return StreamSecurityFailure(
            .nothingInCommon, "\(who(name)) wants to speak something else than HTTP/1.1; \(next)")
    }

    static func nothingInCommon(_ name: String?) -> StreamSecurityFailure {
        let next =
            name == nil ? "the client is too old for TLS 1.3" : "have TLS 1.3, or 1.2 with ECDHE and AES-GCM, enabled"
        return StreamSecurityFailure(
            .nothingInCommon, "\(who(name)) and this program have no version or cipher of TLS in common; \(next)")
    }

    static func refused(by name: String?, alert: UInt8) -> StreamSecurityFailure {
        let text = String(cString: SSL_alert_desc_string_long(Int32(alert)))
        return StreamSecurityFailure(
            .refusedByPeer(alert: alert),
            "\(who(name)) has refused TLS (\(text)); the reason is in the log of the other side")
    }

    static func corrupted(_ name: String?, _ reason: String) -> StreamSecurityFailure {
        StreamSecurityFailure(
            .corrupted,
            "what came from \(who(name)) breaks TLS (\(reason)); something on the way changes it, or one side is faulty"
        )
    }
}
