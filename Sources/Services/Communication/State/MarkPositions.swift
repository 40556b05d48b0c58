internal import Basics
public import Contracts
public import WireProtocol

extension CommunicationService {
    /// The caller has read up to here. Stored and announced when this returns.
    public func markAsRead(_ request: MarkAsReadRequest, context: CallContext) async throws(APIError)
        -> MarkAsReadResponse
    {
        let caller = try context.authenticated()
        let report = PositionReportOfMember(
            chatID: ChatID(request.chatID), userID: caller.userID, readSeq: request.seq, deliveredSeq: 0)
        let announcer = announcer
        let outcome: PositionOutcome?
        do throws(StoreError) {
            // What was announced and is not stored yet goes with it, so that nothing is told that goes back.
            outcome = try await ports.positions.move([positions.raised(report)]) { announcer.announce($0) }.first
        } catch {
            throw error.apiError
        }
        switch outcome {
        case .moved, .unchanged, nil: return MarkAsReadResponse()
        case .beyond(let lastSeq): throw .invalid(field: "seq", limit: lastSeq)
        case .notMember: throw APIError(.chatNotMember)
        case .noSuchChat: throw APIError(.chatNotFound)
        }
    }

    /// What devices report as they receive and read: collected, and dropped where it is not so.
    public func reportPositions(
        _ request: ReportPositionsRequest, context: CallContext
    ) async throws(APIError) -> ReportPositionsResponse {
        let caller = try context.authenticated()
        positions.report(
            PositionReportOfMember(
                chatID: ChatID(request.chatID), userID: caller.userID, readSeq: request.readSeq,
                deliveredSeq: request.deliveredSeq))
        return ReportPositionsResponse()
    }

    /// The caller's last socket has closed.
    public func setLastSeen(
        _ request: SetLastSeenRequest, context: CallContext
    ) async throws(APIError) -> SetLastSeenResponse {
        let caller = try context.authenticated()
        do throws(StoreError) {
            try await ports.positions.setLastSeen(caller.userID)
        } catch {
            throw error.apiError
        }
        return SetLastSeenResponse()
    }
}
