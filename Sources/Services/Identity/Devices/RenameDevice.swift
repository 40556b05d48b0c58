internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func renameDevice(
        _ request: RenameDeviceRequest, context: CallContext
    ) async throws(APIError) -> OwnDeviceResponse {
        let caller = try context.authenticated()
        guard !request.name.isEmpty else { throw .invalid(field: "name") }
        guard request.name.unicodeScalars.count <= limits.deviceNameCharactersMax else {
            throw .invalid(field: "name", limit: UInt64(limits.deviceNameCharactersMax))
        }
        do throws(StoreError) {
            if let device = try await ports.devices.rename(
                DeviceID(request.id), of: caller.userID, to: request.name)
            {
                return OwnDeviceResponse(device: device.seen(from: caller.deviceID))
            }
        } catch {
            throw error.apiError
        }
        throw APIError(.deviceNotFound)
    }
}
