internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func approveDevice(
        _ request: ApproveDeviceRequest, context: CallContext
    ) async throws(APIError) -> ApproveDeviceResponse {
        let caller = try context.authenticated()
        try Self.checkRelayed(request.payload, field: "payload", max: limits.linkPayloadBytesMax)
        let approval = LinkApproval(
            deviceID: DeviceID(request.id), linkID: request.linkID, payload: request.payload)
        let answer: LinkAnswer
        do throws(StoreError) {
            answer = try await ports.devices.approve(approval, by: caller, now: clock.millisecondsSince1970())
        } catch {
            throw error.apiError
        }
        switch answer {
        case .approved: return ApproveDeviceResponse()
        case .noSuchLink: throw APIError(.deviceLinkNotFound)
        case .otherAnswer: throw APIError(.deviceLinkAnswered)
        case .noKeys: throw APIError(.keysDeviceMissing)
        }
    }
}
