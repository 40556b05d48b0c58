internal import Basics
public import Contracts
public import WireProtocol

extension CommunicationService {
    /// A page of a chat's log, in rising sequence.
    public func getMessages(
        _ request: GetMessagesRequest, context: CallContext
    ) async throws(APIError) -> GetMessagesResponse {
        let caller = try context.authenticated()
        let page = EntryPageRequest(
            chatID: ChatID(request.chatID), after: request.after, before: request.before,
            limit: try pageSize(request.limit))
        do throws(StoreError) {
            if let page = try await ports.log.page(page, reader: caller.userID) {
                return GetMessagesResponse(
                    entries: page.entries.map { $0.addressed(to: caller) }, lastSeq: page.lastSeq)
            }
        } catch {
            throw error.apiError
        }
        throw APIError(.chatNotFound)
    }
}
