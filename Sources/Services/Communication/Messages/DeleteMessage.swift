internal import Basics
public import Contracts
public import WireProtocol

extension CommunicationService {
    /// Takes a message, or one's own reaction, back for good. What is deleted already stays so.
    public func deleteMessage(
        _ request: DeleteMessageRequest, context: CallContext
    ) async throws(APIError) -> EntryResponse {
        let author = try context.authenticated()
        let message = try message(request.id)
        let command = LogCommand(
            chatID: ChatID(message.chatID), author: author, action: .delete(target: message.seq), clientID: nil,
            bodyHash: [])
        return try await appendEntry(command, context: context)
    }
}
