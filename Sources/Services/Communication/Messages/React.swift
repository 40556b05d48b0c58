internal import Basics
public import Contracts
public import WireProtocol

extension CommunicationService {
    /// Reacts to a message. The same emoji a second time is the first reaction.
    public func addReaction(_ request: AddReactionRequest, context: CallContext) async throws(APIError) -> EntryResponse
    {
        let author = try context.authenticated()
        let message = try message(request.id)
        let clientID = try requiredClientID(request.clientID)
        var body = request
        body.clientID = ""
        let command = LogCommand(
            chatID: ChatID(message.chatID), author: author,
            action: .react(target: message.seq, content: try reaction(request)), clientID: clientID,
            bodyHash: Self.bodyHash(body))
        return try await appendEntry(command, context: context)
    }

    /// Takes a reaction back by its emoji, or by its own id.
    public func removeReaction(
        _ request: RemoveReactionRequest, context: CallContext
    ) async throws(APIError) -> EntryResponse {
        guard let emoji = request.emoji else {
            return try await deleteMessage(DeleteMessageRequest(id: request.id), context: context)
        }
        let author = try context.authenticated()
        let message = try message(request.id)
        let command = LogCommand(
            chatID: ChatID(message.chatID), author: author,
            action: .removeReaction(target: message.seq, emoji: try checkedEmoji(emoji)), clientID: nil, bodyHash: [])
        return try await appendEntry(command, context: context)
    }

    private func reaction(_ request: AddReactionRequest) throws(APIError) -> Content {
        switch (request.emoji, request.content) {
        case (let emoji?, nil): return Content(text: try checkedEmoji(emoji))
        case (nil, let content?):
            guard content.ciphertext != nil else { throw .invalid(field: "content") }
            return try checkedContent(content)
        default: throw .invalid(field: "emoji")
        }
    }

    private func checkedEmoji(_ emoji: String) throws(APIError) -> String {
        guard !emoji.isEmpty, emoji.utf8.count <= limits.emojiBytesMax else {
            throw .invalid(field: "emoji", limit: UInt64(limits.emojiBytesMax))
        }
        return emoji
    }
}
