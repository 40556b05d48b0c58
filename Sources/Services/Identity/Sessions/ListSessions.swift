internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func listSessions(
        _ request: ListSessionsRequest, context: CallContext
    ) async throws(APIError) -> ListSessionsResponse {
        let caller = try context.authenticated()
        var sessions: [SessionView]
        do throws(StoreError) {
            sessions = try await ports.sessions.sessions(of: caller.userID, now: clock.millisecondsSince1970())
        } catch {
            throw error.apiError
        }
        for index in sessions.indices {
            sessions[index].current = sessions[index].id == caller.sessionID.rawValue
        }
        return ListSessionsResponse(sessions: sessions)
    }
}
