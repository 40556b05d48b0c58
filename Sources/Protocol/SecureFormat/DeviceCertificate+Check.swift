/// What a certificate is held against.
public struct DeviceClaim: Equatable, Sendable {
    public let userID: UInt64
    public let deviceID: UInt64
    public let signingKey: [UInt8]
    public let encryptionKey: [UInt8]

    public init(userID: UInt64, deviceID: UInt64, signingKey: [UInt8], encryptionKey: [UInt8]) {
        self.userID = userID
        self.deviceID = deviceID
        self.signingKey = signingKey
        self.encryptionKey = encryptionKey
    }
}

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

extension DeviceCertificate {
    /// Reads a certificate and holds it against a claim; the signature is checked last.
    ///
    /// - Parameters:
    ///   - bytes: of the certificate.
    ///   - verifies: whether the account's identity key made this signature of this message.
    public static func checked(
        _ bytes: [UInt8], proves claim: DeviceClaim,
        verifies: (_ signature: [UInt8], _ message: [UInt8]) -> Bool
    ) throws(CertificateRefusal) -> DeviceCertificate {
        let certificate: DeviceCertificate
        let message: [UInt8]
        do throws(FormatError) {
            certificate = try DeviceCertificate(decoding: bytes)
            message = try certificate.statement.signedBytes()
        } catch {
            throw .malformed(error)
        }
        try certificate.statement.check(proves: claim)
        guard verifies(certificate.signature, message) else { throw .signature }
        return certificate
    }
}

extension DeviceStatement {
    fileprivate func check(proves claim: DeviceClaim) throws(CertificateRefusal) {
        guard userID == claim.userID else { throw .userID }
        guard deviceID == claim.deviceID else { throw .deviceID }
        guard signingKey == claim.signingKey else { throw .signingKey }
        guard encryptionKey == claim.encryptionKey else { throw .encryptionKey }
        guard RSAPublicKey(subjectPublicKeyInfo: encryptionKey)?.suite == suite else { throw .suite }
        for one in extensions where one.isCritical { throw .criticalExtension }
    }
}
