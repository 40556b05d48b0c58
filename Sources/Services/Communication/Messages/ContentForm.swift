internal import Basics
internal import Cryptography
internal import Protobuf
internal import WireProtocol

/// The form of what clients write or seal, before the chat is looked at.
extension CommunicationService {
    /// The schemes of sealed content that there are.
    private static let schemes: Set<String> = ["martlet.envelope.v1"]

    func requiredClientID(_ text: String) throws(APIError) -> ClientID {
        guard let clientID = ClientID(text) else { throw .invalid(field: "clientId") }
        return clientID
    }

    func checkedContent(_ content: Content?) throws(APIError) -> Content {
        guard let content, content.text != nil || content.ciphertext != nil else { throw .invalid(field: "content") }
        let byteCount = (content.text?.utf8.count ?? 0) + (content.ciphertext?.count ?? 0)
        guard byteCount <= limits.contentBytesMax else {
            throw APIError(
                .messageTooLarge, details: ErrorDetails(field: "content", limit: UInt64(limits.contentBytesMax)))
        }
        if content.ciphertext != nil { try checkSeal(content) } else { try checkPlain(content) }
        return content
    }

    private func checkPlain(_ content: Content) throws(APIError) {
        guard content.scheme == nil, content.rosterVersion == nil, content.keys.isEmpty else {
            throw .invalid(field: "content")
        }
    }

    private func checkSeal(_ content: Content) throws(APIError) {
        guard content.text == nil, content.ciphertext?.isEmpty == false else { throw .invalid(field: "content") }
        guard let scheme = content.scheme, Self.schemes.contains(scheme) else {
            throw .invalid(field: "content.scheme")
        }
        guard content.rosterVersion != nil else { throw .invalid(field: "content.rosterVersion") }
        guard Set(content.keys.map(\.deviceID)).count == content.keys.count else {
            throw .invalid(field: "content.keys")
        }
        guard content.keys.count <= limits.rosterDevicesMax else {
            throw .invalid(field: "content.keys", limit: UInt64(limits.rosterDevicesMax))
        }
        for key in content.keys where key.key.isEmpty || key.key.count > limits.wrappedKeyBytesMax {
            throw .invalid(field: "content.keys.key", limit: UInt64(limits.wrappedKeyBytesMax))
        }
    }

    /// Of a request without its chat and client id: what the client chose to say.
    static func bodyHash(_ body: some ProtobufMessage) -> [UInt8] {
        SHA256.hash(body.protobufBytes())
    }

    /// The message that an id from a client names.
    func message(_ id: String) throws(APIError) -> MessageID {
        guard let message = MessageID(id) else { throw APIError(.messageNotFound) }
        return message
    }
}
