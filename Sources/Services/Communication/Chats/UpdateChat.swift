internal import Basics
public import Contracts
public import WireProtocol

extension CommunicationService {
    /// Renames a chat, or gives an end-to-end encrypted one another sealed profile.
    public func updateChat(_ request: UpdateChatRequest, context: CallContext) async throws(APIError) -> ChatResponse {
        let author = try context.authenticated()
        let command = try updateCommand(request, author: author)
        _ = try await append(command, context: context)
        return ChatResponse(chat: try await chat(command.chatID, of: author))
    }

    private func updateCommand(_ request: UpdateChatRequest, author: Caller) throws(APIError) -> LogCommand {
        let chatID = ChatID(request.id)
        switch (request.name, request.content) {
        case (let name?, nil):
            // A rename is idempotent by itself; an id that comes with it has to be one all the same.
            if let clientID = request.clientID { _ = try requiredClientID(clientID) }
            return LogCommand(
                chatID: chatID, author: author, action: .rename(try checkedName(name)), clientID: nil, bodyHash: [])
        case (nil, let content?):
            guard content.ciphertext != nil else { throw .invalid(field: "content") }
            let clientID = try requiredClientID(request.clientID ?? "")
            return LogCommand(
                chatID: chatID, author: author, action: .setProfile(try checkedContent(content)), clientID: clientID,
                bodyHash: Self.bodyHash(content))
        default: throw .invalid(field: "name")
        }
    }
}
