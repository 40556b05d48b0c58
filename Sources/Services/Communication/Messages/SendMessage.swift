internal import Basics
public import Contracts
public import WireProtocol

extension CommunicationService {
    /// Appends a message to its chat's log.
    public func sendMessage(_ request: SendMessageRequest, context: CallContext) async throws(APIError) -> EntryResponse
    {
        let command = try sendCommand(request, author: try context.authenticated())
        return try await appendEntry(command, context: context)
    }

    private func sendCommand(_ request: SendMessageRequest, author: Caller) throws(APIError) -> LogCommand {
        guard request.chatID != 0 else { throw .invalid(field: "chatId") }
        let clientID = try requiredClientID(request.clientID)
        let content = try checkedContent(request.content)
        guard request.fileIDs.count <= limits.fileIDsPerMessageMax else {
            throw .invalid(field: "fileIds", limit: UInt64(limits.fileIDsPerMessageMax))
        }
        guard Set(request.fileIDs).count == request.fileIDs.count, !request.fileIDs.contains(0) else {
            throw .invalid(field: "fileIds")
        }
        var body = request
        (body.chatID, body.clientID) = (0, "")
        return LogCommand(
            chatID: ChatID(request.chatID), author: author,
            action: .send(content: content, replyToSeq: request.replyToSeq, fileIDs: request.fileIDs),
            clientID: clientID, bodyHash: Self.bodyHash(body))
    }
}
