public import SecureFormat

extension DeviceCertificate {
    /// Signs that a device with these keys is of the account.
    ///
    /// - Parameters:
    ///   - claim: whose keys they are. Whoever calls has compared them with the device, not with the server alone.
    ///   - issuedAt: milliseconds since 1970.
    ///   - extensions: by rising type, each once. None is defined.
    public static func issued<Provider: CryptoProvider>(
        to claim: DeviceClaim, at issuedAt: UInt64, extensions: [FormatExtension] = [],
        by account: AccountKey<Provider>
    ) throws(CertificateIssueRefusal) -> DeviceCertificate {
        guard Ed25519Encoding.isAcceptable(claim.signingKey) else { throw .signingKey }
        guard let encryptionKey = RSAPublicKey(subjectPublicKeyInfo: claim.encryptionKey) else { throw .encryptionKey }
        let statement = DeviceStatement(
            suite: encryptionKey.suite, userID: claim.userID, deviceID: claim.deviceID, signingKey: claim.signingKey,
            encryptionKey: claim.encryptionKey, issuedAt: issuedAt, extensions: extensions)
        let message: [UInt8]
        do throws(FormatError) {
            message = try statement.signedBytes()
        } catch {
            throw .malformed(error)
        }
        let signature: [UInt8]
        do throws(PrimitiveFailure) {
            signature = try Provider.sign(message, with: account.privateKey)
        } catch {
            throw .primitive(error)
        }
        // Others will check it by the public key: better now than when nobody takes the device.
        guard Provider.verifies(signature, of: message, by: account.publicKey) else { throw .signature }
        return DeviceCertificate(statement, signature: signature)
    }
}
