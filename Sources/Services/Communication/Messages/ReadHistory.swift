internal import Basics
public import Contracts
public import WireProtocol

extension CommunicationService {
    /// A page of a chat's log, in rising sequence. It is shorter than asked where the entries are long.
    public func getMessages(
        _ request: GetMessagesRequest, context: CallContext
    ) async throws(APIError) -> GetMessagesResponse {
        let caller = try context.authenticated()
        let page = EntryPageRequest(
            chatID: ChatID(request.chatID), after: request.after, before: request.before,
            limit: try pageSize(request.limit))
        do throws(StoreError) {
            if let page = try await ports.log.page(page, reader: caller.userID) {
                let entries = page.entries.map { $0.addressed(to: caller) }
                return GetMessagesResponse(
                    entries: entries.fitting(limits.pageBytesMax, fromEnd: request.after == nil),
                    lastSeq: page.lastSeq)
            }
        } catch {
            throw error.apiError
        }
        throw APIError(.chatNotFound)
    }
}
