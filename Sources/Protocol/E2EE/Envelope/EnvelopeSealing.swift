internal import SecureFormat

/// One draft on its way into an envelope. The steps are those of docs/encryption.md.
struct EnvelopeSealing<Provider: CryptoProvider> {
    private let draft: Draft
    private let device: LocalDevice<Provider>
    private let roster: Roster<Provider>
    private let key: ContentKey
    private let header: EnvelopeHeader

    /// Takes a content key and says everything of the message but the message.
    init(
        _ draft: Draft, chatID: UInt64, counter: UInt64, from device: LocalDevice<Provider>,
        for roster: Roster<Provider>
    ) throws(SealRefusal) {
        guard draft.clientID.count == EnvelopeHeader.clientIDByteCount else { throw .envelope(.malformed(.length)) }
        (self.draft, self.device, self.roster) = (draft, device, roster)
        let place = ContentKeyPlace(chatID: chatID, clientID: draft.clientID, senderDeviceID: device.deviceID)
        let commitment: [UInt8]
        do throws(PrimitiveFailure) {
            key = try ContentKey.random(Provider.self)
            commitment = try key.commitment(place, Provider.self)
        } catch {
            throw .primitive(error)
        }
        header = EnvelopeHeader(
            chatID: chatID, clientID: draft.clientID, senderID: device.userID, senderDeviceID: device.deviceID,
            counter: counter, rosterVersion: roster.version, sentAt: draft.sentAt, kind: draft.kind,
            refersTo: draft.refersTo, rosterHash: roster.hash, commitment: commitment)
        do throws(EnvelopeRefusal) {
            try header.check()
        } catch {
            throw .envelope(error)
        }
    }

    func message() throws(SealRefusal) -> SealedMessage {
        let headerBytes = try encoded { () throws(FormatError) in try header.encoded() }
        let headerHash = Provider.sha256(headerBytes)
        let envelope = try Envelope.signed(header, try ciphertext(headerBytes), by: device)
        let content = SealedContent(
            ciphertext: try encoded { () throws(FormatError) in try envelope.encoded() },
            rosterVersion: roster.version, keys: try key.wrapped(for: roster, headerHash: headerHash))
        let reference = EnvelopeReference(
            authorID: header.senderID, clientID: header.clientID, headerHash: headerHash)
        return SealedMessage(content: content, counter: header.counter, reference: reference)
    }

    private func ciphertext(_ headerBytes: [UInt8]) throws(SealRefusal) -> [UInt8] {
        let padded: [UInt8]
        do throws(PaddingFailure) {
            padded = try Padding.pad(draft.content, maximum: Draft.contentByteCountMax)
        } catch {
            throw .envelope(.malformed(.length))
        }
        do throws(PrimitiveFailure) {
            return try key.seal(padded, authenticating: headerBytes, at: header.keyPlace, Provider.self)
        } catch {
            throw .primitive(error)
        }
    }

    private func encoded(_ encode: () throws(FormatError) -> [UInt8]) throws(SealRefusal) -> [UInt8] {
        do throws(FormatError) {
            return try encode()
        } catch {
            throw .envelope(.malformed(error))
        }
    }
}
