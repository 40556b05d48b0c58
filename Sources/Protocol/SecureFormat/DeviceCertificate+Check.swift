extension DeviceCertificate {
    /// Reads a certificate and holds it against a claim; the signature is checked last.
    ///
    /// - Parameters:
    ///   - bytes: of the certificate.
    ///   - isKey: whether signatures by this key say anything; of a claim whose keys were looked at before, they do.
    ///   - verifies: whether the account's identity key made this signature of this message.
    public static func checked(
        _ bytes: [UInt8], proves claim: DeviceClaim, isKey: (_ signingKey: [UInt8]) -> Bool = { _ in true },
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
        try certificate.statement.check(proves: claim, isKey: isKey)
        guard verifies(certificate.signature, message) else { throw .signature }
        return certificate
    }
}

extension DeviceStatement {
    fileprivate func check(
        proves claim: DeviceClaim, isKey: (_ signingKey: [UInt8]) -> Bool
    ) throws(CertificateRefusal) {
        guard userID == claim.userID else { throw .userID }
        guard deviceID == claim.deviceID else { throw .deviceID }
        guard signingKey == claim.signingKey else { throw .signingKey }
        guard encryptionKey == claim.encryptionKey else { throw .encryptionKey }
        guard isKey(signingKey) else { throw .signingKey }
        guard RSAPublicKey(subjectPublicKeyInfo: encryptionKey)?.suite == suite else { throw .suite }
        for one in extensions where one.isCritical { throw .criticalExtension }
    }
}
