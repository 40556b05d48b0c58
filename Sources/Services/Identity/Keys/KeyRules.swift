internal import Cryptography
internal import SecureFormat
internal import WireProtocol

/// What keys and certificates may be.
enum KeyRules {
    static func ed25519(_ bytes: [UInt8], field: String) throws(APIError) -> Ed25519PublicKey {
        do throws(CryptographyError) {
            return try Ed25519PublicKey(bytes)
        } catch {
            throw .invalid(field: field)
        }
    }

    /// The form of both keys, whoever has certified them.
    static func check(_ keys: DeviceKeys) throws(APIError) {
        guard RSAPublicKey(subjectPublicKeyInfo: keys.encryptionKey) != nil else {
            throw .invalid(field: "encryptionKey")
        }
        _ = try ed25519(keys.signingKey, field: "signingKey")
    }

    /// That the certificate binds these keys to this device, by the word of the account's identity key.
    static func checkCertificate(
        of keys: DeviceKeys, userID: UInt64, identityKey: Ed25519PublicKey
    ) throws(APIError) {
        let claim = DeviceClaim(
            userID: userID, deviceID: keys.deviceID, signingKey: keys.signingKey, encryptionKey: keys.encryptionKey)
        do throws(CertificateRefusal) {
            _ = try DeviceCertificate.checked(keys.certificate, proves: claim) { signature, message in
                identityKey.verifies(signature, of: message)
            }
        } catch {
            throw APIError(.keysCertificateInvalid, details: ErrorDetails(field: field(of: error)))
        }
    }

    private static func field(of refusal: CertificateRefusal) -> String {
        switch refusal {
        case .malformed(.version): "certificate.version"
        case .malformed(.suite), .suite: "certificate.suite"
        case .malformed: "certificate"
        case .userID: "certificate.userId"
        case .deviceID: "certificate.deviceId"
        case .signingKey: "certificate.signingKey"
        case .encryptionKey: "certificate.encryptionKey"
        case .criticalExtension: "certificate.extensions"
        case .signature: "certificate.signature"
        }
    }
}
