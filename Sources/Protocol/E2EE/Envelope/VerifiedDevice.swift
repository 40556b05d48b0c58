public import SecureFormat

/// A device whose keys the identity key of its account has certified. There is no other way to one of these.
public struct VerifiedDevice: Equatable, Sendable {
    public let userID: UInt64
    public let deviceID: UInt64
    /// Ed25519.
    public let signingKey: [UInt8]
    public let encryptionKey: RSAPublicKey
    /// SHA-256 of the certificate.
    public let certificateHash: [UInt8]
}

extension CryptoProvider {
    /// Checks a device's certificate (docs/encryption.md, Device certificate).
    ///
    /// - Parameter identityKey: of the account to which the device is said to belong.
    public static func verified(
        _ record: DeviceRecord, identityKey: [UInt8]
    ) throws(CertificateRefusal) -> VerifiedDevice {
        // For a key of small order anybody could sign, whoever has certified it, and so could one certify by it.
        let certificate = try DeviceCertificate.checked(
            record.certificate, proves: record.claim, isKey: Ed25519Encoding.isAcceptable
        ) { signature, message in
            Ed25519Encoding.isAcceptable(identityKey) && verifies(signature, of: message, by: identityKey)
        }
        let statement = certificate.statement
        guard let encryptionKey = RSAPublicKey(subjectPublicKeyInfo: statement.encryptionKey) else { throw .suite }
        return VerifiedDevice(
            userID: statement.userID, deviceID: statement.deviceID, signingKey: statement.signingKey,
            encryptionKey: encryptionKey, certificateHash: sha256(record.certificate))
    }
}
