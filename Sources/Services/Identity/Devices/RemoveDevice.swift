internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func removeDevice(
        _ request: RemoveDeviceRequest, context: CallContext
    ) async throws(APIError) -> RemoveDeviceResponse {
        let caller = try context.authenticated()
        let ended: [SessionID]?
        do throws(StoreError) {
            ended = try await ports.devices.remove(
                DeviceID(request.id), of: caller.userID, now: clock.millisecondsSince1970())
        } catch {
            throw error.apiError
        }
        guard let ended else { throw APIError(.deviceNotFound) }
        announceEnd(of: ended)
        return RemoveDeviceResponse()
    }
}
