internal import COpenSSL
public import E2EE

/// The primitives of OpenSSL 3, for the SDK and the command line. May be used from any thread.
///
/// Whatever fails throws the same `PrimitiveFailure` and leaves nothing in OpenSSL's error queue. What has to be copied
/// of a secret is overwritten before its memory is given back; the arrays that callers pass and get are theirs.
public enum OpenSSL: CryptoProvider {
    /// Nobody reads OpenSSL's error queue, which is of the thread: what one call leaves there the next one would find.
    static func failure() -> PrimitiveFailure {
        ERR_clear_error()
        return PrimitiveFailure()
    }
}
