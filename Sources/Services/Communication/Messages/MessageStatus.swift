internal import Basics
public import Contracts
public import WireProtocol

extension CommunicationService {
    /// Who has received and read a message.
    public func getMessageStatus(
        _ request: GetMessageStatusRequest, context: CallContext
    ) async throws(APIError) -> GetMessageStatusResponse {
        let caller = try context.authenticated()
        let message = try message(request.id)
        do throws(StoreError) {
            let receipts = try await ports.positions.receipts(
                of: ChatID(message.chatID), seq: message.seq, reader: caller.userID)
            if let receipts { return receipts }
        } catch {
            throw error.apiError
        }
        throw APIError(.messageNotFound)
    }
}
