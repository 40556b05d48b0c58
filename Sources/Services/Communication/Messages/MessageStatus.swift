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
        let found: ReceiptLookup
        do throws(StoreError) {
            found = try await ports.positions.receipts(
                of: ChatID(message.chatID), seq: message.seq, reader: caller.userID)
        } catch {
            throw error.apiError
        }
        switch found {
        case .receipts(let receipts): return receipts
        case .blocked: throw APIError(.contactBlocked)
        case .none: throw APIError(.messageNotFound)
        }
    }
}
