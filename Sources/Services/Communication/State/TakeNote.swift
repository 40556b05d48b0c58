public import Contracts
public import WireProtocol

extension CommunicationService {
    public func takeNote(_ request: TakeNoteRequest, context: CallContext) async throws(APIError) -> TakeNoteResponse {
        do throws(StoreError) {
            try await news.catchUp()
        } catch {
            throw error.apiError
        }
        return TakeNoteResponse()
    }
}
