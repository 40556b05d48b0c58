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
