internal import SecureFormat

extension Envelope {
    static func signed<Provider: CryptoProvider>(
        _ header: EnvelopeHeader, _ ciphertext: [UInt8], by device: LocalDevice<Provider>
    ) throws(SealRefusal) -> Envelope {
        let message: [UInt8]
        do throws(FormatError) {
            message = try signedBytes(header, ciphertextHash: Provider.sha256(ciphertext))
        } catch {
            throw .envelope(.malformed(error))
        }
        do throws(PrimitiveFailure) {
            let signature = try Provider.sign(message, with: device.signingKey)
            return Envelope(header: header, ciphertext: ciphertext, signature: signature)
        } catch {
            throw .primitive(error)
        }
    }

    func isSigned<Provider: CryptoProvider>(by device: VerifiedDevice, _: Provider.Type) -> Bool {
        guard let message = try? Self.signedBytes(header, ciphertextHash: Provider.sha256(ciphertext)) else {
            return false
        }
        return Provider.verifies(signature, of: message, by: device.signingKey)
    }
}
