/// Why a certificate does not prove a claim.
public enum CertificateRefusal: Error, Equatable, Sendable {
    case malformed(FormatError)
    /// It is for another account.
    case userID
    /// It is for another device.
    case deviceID
    case signingKey
    case encryptionKey
    /// Its suite is not that of the encryption key, or that is no key.
    case suite
    /// It has an extension that must be understood, and is not.
    case criticalExtension
    case signature
}
