public import SecureFormat

/// Why a device is not certified. The causes are those for which its certificate would not hold.
public enum CertificateIssueRefusal: Refusal {
    case malformed(FormatError)
    /// No Ed25519 key, or one that `Ed25519Encoding` does not take.
    case signingKey
    /// No `RSAPublicKey`.
    case encryptionKey
    /// The private identity key is not that of the public one: the server has another one, or lies.
    case signature
    case primitive(PrimitiveFailure)

    public var cause: Cause {
        switch self {
        case .malformed(let error): Cause("certificate", error.problem)
        case .signingKey: Cause("certificate", "signing_key")
        case .encryptionKey: Cause("certificate", "encryption_key")
        case .signature: Cause("certificate", "signature")
        case .primitive(let failure): failure.cause
        }
    }
}
