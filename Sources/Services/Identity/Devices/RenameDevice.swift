internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func renameDevice(
        _ request: RenameDeviceRequest, context: CallContext
    ) async throws(APIError) -> OwnDeviceResponse {
        let caller = try context.authenticated()
        let name = try AccountRules.deviceName(request.name, field: "name", limits: limits)
        do throws(StoreError) {
            if let device = try await ports.devices.rename(DeviceID(request.id), of: caller.userID, to: name) {
                return OwnDeviceResponse(device: device.seen(from: caller.deviceID))
            }
        } catch {
            throw error.apiError
        }
        throw APIError(.deviceNotFound)
    }
}
