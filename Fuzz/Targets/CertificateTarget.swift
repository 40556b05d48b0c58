internal import SecureFormat

/// Device certificates and RSA keys.
enum CertificateTarget {
    private static let key: [UInt8] = {
        let modulus = [0x80] + [UInt8](repeating: 0xa5, count: 255)
        return RSAPublicKey(modulus: modulus, suite: .ed25519RSA2048)?.subjectPublicKeyInfo ?? []
    }()
    private static let claim = DeviceClaim(
        userID: 1, deviceID: 2, signingKey: [UInt8](repeating: 3, count: 32), encryptionKey: key)
    private static let statement = DeviceStatement(
        suite: .ed25519RSA2048, userID: claim.userID, deviceID: claim.deviceID, signingKey: claim.signingKey,
        encryptionKey: claim.encryptionKey, issuedAt: 4, extensions: [FormatExtension(type: 5, data: [6])])
    private static let signature = [UInt8](repeating: 7, count: DeviceCertificate.signatureByteCount)
    private static let right: [UInt8] = (try? DeviceCertificate(statement, signature: signature).encoded()) ?? []
    private static let signed: [UInt8] = (try? statement.signedBytes()) ?? []

    static func run(_ input: [UInt8]) {
        if let key = RSAPublicKey(subjectPublicKeyInfo: input) {
            expect(key.subjectPublicKeyInfo == input, "a key has two encodings: \(input)")
        }
        if let certificate = try? DeviceCertificate(decoding: input) {
            expect((try? certificate.encoded()) == input, "a certificate has two encodings: \(input)")
        }
        checkDamage(input)
    }

    /// The input as damage to a certificate that is right: its first two bytes say where, the rest what stands there.
    private static func checkDamage(_ input: [UInt8]) {
        expect(isTaken(right), "does not take the right one")
        guard input.count >= 3 else { return }
        var bytes = right
        let start = (Int(input[0]) << 8 | Int(input[1])) % bytes.count
        bytes.replaceSubrange(start..<min(start + input.count - 2, bytes.count), with: input.dropFirst(2))
        expect(!isTaken(bytes) || bytes == right, "takes \(bytes)")
    }

    /// Stands for a signature: there is one message that it is good for.
    private static func isTaken(_ bytes: [UInt8]) -> Bool {
        let certificate = try? DeviceCertificate.checked(bytes, proves: claim) { $0 == signature && $1 == signed }
        return certificate != nil
    }
}
