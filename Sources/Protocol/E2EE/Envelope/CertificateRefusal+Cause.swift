public import SecureFormat

extension CertificateRefusal: Refusal {
    public var cause: Cause { Cause("certificate", problem) }

    private var problem: StaticString {
        switch self {
        case .malformed(let error): error.problem
        case .userID: "user_id"
        case .deviceID: "device_id"
        case .signingKey: "signing_key"
        case .encryptionKey: "encryption_key"
        case .suite: "suite"
        case .criticalExtension: "extension"
        case .signature: "signature"
        }
    }
}
