internal import SecureFormat

/// One envelope on its way to its content. The steps are those of docs/encryption.md.
struct EnvelopeOpening<Provider: CryptoProvider> {
    let envelope: Envelope
    let headerHash: [UInt8]
    private let headerBytes: [UInt8]
    private let keys: [DeviceKey]

    init(_ content: SealedContent) throws(OpenRefusal) {
        do throws(EnvelopeRefusal) {
            envelope = try Envelope(decoding: content.ciphertext)
        } catch {
            throw .envelope(error)
        }
        do throws(FormatError) {
            headerBytes = try envelope.header.encoded()
        } catch {
            throw .envelope(.malformed(error))
        }
        headerHash = Provider.sha256(headerBytes)
        keys = content.keys
    }

    /// The sender's device has a certificate that holds, and has signed the envelope.
    func checkSender(_ record: DeviceRecord?, identityKey: [UInt8]?) throws(OpenRefusal) {
        guard let record, let identityKey else { throw .certificateMissing }
        let device: VerifiedDevice
        do throws(CertificateRefusal) {
            device = try Provider.verified(record.said(toBe: envelope.header), identityKey: identityKey)
        } catch {
            throw .certificate(error)
        }
        guard envelope.isSigned(by: device, Provider.self) else { throw .signature }
    }

    func content(by device: LocalDevice<Provider>) throws(OpenRefusal) -> [UInt8] {
        let key = try ContentKey.unwrapped(from: keys, headerHash: headerHash, by: device)
        let place = envelope.header.keyPlace
        guard let commitment = try? key.commitment(place, Provider.self), commitment == envelope.header.commitment
        else { throw .commitment }
        guard
            let padded = try? key.open(
                envelope.ciphertext, authenticating: headerBytes, at: place, Provider.self)
        else { throw .ciphertext }
        guard let content = try? Padding.unpad(padded, maximum: Draft.contentByteCountMax) else { throw .padding }
        return content
    }
}

extension DeviceRecord {
    /// Its keys and certificate, held against the device that the sender says it is.
    fileprivate func said(toBe header: EnvelopeHeader) -> DeviceRecord {
        DeviceRecord(
            userID: header.senderID, deviceID: header.senderDeviceID, encryptionKey: encryptionKey,
            signingKey: signingKey, certificate: certificate)
    }
}
