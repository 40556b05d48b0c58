internal import Basics
public import Contracts
internal import Cryptography
internal import Protobuf
public import WireProtocol

extension CommunicationService {
    /// Appends a message to its chat's log and announces it once it is durable.
    ///
    /// Everything up to the log's queue runs without suspension: messages of one connection enter it in the order sent.
    public func sendMessage(
        _ request: SendMessageRequest, context: CallContext
    ) async throws(APIError) -> SendMessageResponse {
        let entry = try newEntry(request, sender: try context.authenticated())
        let origin = context.originSocket?.rawValue ?? 0
        let bus = bus
        let outcome: AppendOutcome
        do throws(StoreError) {
            outcome = try await log.append(entry) { outcome in
                guard case .appended(let entry, let memberVersion) = outcome else { return }
                bus.publish(
                    Event(
                        body: .entryAppended(
                            EntryAppended(entry: entry, memberVersion: memberVersion, originSocket: origin))))
            }
        } catch {
            throw error.apiError
        }
        switch outcome {
        case .appended(let entry, _): return SendMessageResponse(entry: entry, replayed: false)
        case .duplicate(let entry): return SendMessageResponse(entry: entry, replayed: true)
        case .refused(let refusal): throw refusal.apiError
        }
    }

    private func newEntry(_ request: SendMessageRequest, sender: Caller) throws(APIError) -> NewEntry {
        guard request.chatID != 0 else { throw .invalid(field: "chatId") }
        guard let clientID = ClientID(request.clientID) else { throw .invalid(field: "clientId") }
        guard let content = request.content, content.text != nil || content.ciphertext != nil else {
            throw .invalid(field: "content")
        }
        let byteCount = (content.text?.utf8.count ?? 0) + (content.ciphertext?.count ?? 0)
        guard byteCount <= limits.contentBytesMax else {
            throw APIError(
                .messageTooLarge, details: ErrorDetails(field: "content", limit: UInt64(limits.contentBytesMax)))
        }
        return NewEntry(
            chatID: ChatID(request.chatID), sender: sender, kind: .message, clientID: clientID, content: content,
            bodyHash: Self.bodyHash(content, replyToSeq: request.replyToSeq), replyToSeq: request.replyToSeq)
    }

    private static func bodyHash(_ content: Content, replyToSeq: UInt64?) -> [UInt8] {
        SHA256.hash(SendMessageRequest(content: content, replyToSeq: replyToSeq).protobufBytes())
    }
}
