internal import Basics
internal import Contracts
internal import WireProtocol

/// A command from a socket that is answered with `message.accepted`.
enum AppendCommand: Equatable {
    case send(SendMessageRequest)
    case edit(EditMessageRequest)
    case delete(DeleteMessageRequest)
    case addReaction(AddReactionRequest)
    case removeReaction(RemoveReactionRequest)

    /// Everything up to the log's queue runs before the first suspension: commands enter it in the order of the calls.
    func carryOut(
        by communication: any CommunicationAPI, context: CallContext
    ) async throws(APIError) -> EntryResponse {
        switch self {
        case .send(let request): try await communication.sendMessage(request, context: context)
        case .edit(let request): try await communication.editMessage(request, context: context)
        case .delete(let request): try await communication.deleteMessage(request, context: context)
        case .addReaction(let request): try await communication.addReaction(request, context: context)
        case .removeReaction(let request): try await communication.removeReaction(request, context: context)
        }
    }

    /// nil when the client names no chat that could be.
    var chat: ChatID? {
        switch self {
        case .send(let request): ChatID(request.chatID)
        case .edit(let request): Self.chat(ofMessage: request.id)
        case .delete(let request): Self.chat(ofMessage: request.id)
        case .addReaction(let request): Self.chat(ofMessage: request.id)
        case .removeReaction(let request): Self.chat(ofMessage: request.id)
        }
    }

    private static func chat(ofMessage id: String) -> ChatID? { MessageID(id).map { ChatID($0.chatID) } }

    /// What stands for the entry when there is none: what was to be taken back was not there.
    var target: String {
        switch self {
        case .send, .addReaction: ""
        case .edit(let request): request.id
        case .delete(let request): request.id
        case .removeReaction(let request): request.id
        }
    }

    /// The entry's client id; empty for commands that have none.
    var clientID: String {
        switch self {
        case .send(let request): request.clientID
        case .edit(let request): request.clientID
        case .addReaction(let request): request.clientID
        case .delete, .removeReaction: ""
        }
    }
}
