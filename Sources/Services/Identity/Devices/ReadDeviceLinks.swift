internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func getDeviceLink(
        _ request: GetDeviceLinkRequest, context: CallContext
    ) async throws(APIError) -> GetDeviceLinkResponse {
        let caller = try context.authenticated()
        do throws(StoreError) {
            let now = clock.millisecondsSince1970()
            if let link = try await ports.devices.link(of: caller.deviceID, now: now) { return link }
        } catch {
            throw error.apiError
        }
        throw APIError(.deviceLinkNotFound)
    }

    public func getDeviceLinks(
        _ request: GetDeviceLinksRequest, context: CallContext
    ) async throws(APIError) -> GetDeviceLinksResponse {
        let caller = try context.authenticated()
        do throws(StoreError) {
            return GetDeviceLinksResponse(
                links: try await ports.devices.pendingLinks(
                    of: caller.userID, except: caller.deviceID, now: clock.millisecondsSince1970()))
        } catch {
            throw error.apiError
        }
    }
}
