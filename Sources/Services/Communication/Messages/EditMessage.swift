internal import Basics
public import Contracts
public import WireProtocol

extension CommunicationService {
    /// Gives one's own message another content, as an entry that points at it.
    public func editMessage(_ request: EditMessageRequest, context: CallContext) async throws(APIError) -> EntryResponse
    {
        let author = try context.authenticated()
        let message = try message(request.id)
        let clientID = try requiredClientID(request.clientID)
        var body = request
        body.clientID = ""
        let command = LogCommand(
            chatID: ChatID(message.chatID), author: author,
            action: .edit(target: message.seq, content: try checkedContent(request.content)), clientID: clientID,
            bodyHash: Self.bodyHash(body))
        return try await appendEntry(command, context: context)
    }
}
