internal import Basics
public import Contracts
internal import Protobuf
public import WireProtocol

/// A new device of an account hands an old one an offer, and gets an answer: the server carries both and reads neither.
extension IdentityService {
    public func startDeviceLink(
        _ request: StartDeviceLinkRequest, context: CallContext
    ) async throws(APIError) -> StartDeviceLinkResponse {
        let caller = try context.authenticated()
        try Self.check(request.offer, field: "offer", max: limits.linkOfferBytesMax)
        let now = clock.millisecondsSince1970()
        let link = NewDeviceLink(
            offer: request.offer, createdAt: now, expiresAt: now + limits.linkLifetimeMilliseconds)
        let start: LinkStart
        do throws(StoreError) {
            start = try await ports.devices.startLink(link, by: caller, pendingMax: limits.pendingLinksPerUserMax)
        } catch {
            throw error.apiError
        }
        switch start {
        case .started(let id):
            return StartDeviceLinkResponse(
                linkID: id, expiresAt: Timestamp(millisecondsSince1970: link.expiresAt))
        case .noSuchDevice: throw APIError(.deviceNotFound)
        case .hasKeys: throw APIError(.keysDeviceExists)
        case .tooManyPending:
            throw APIError(
                .deviceTooManyLinks, details: ErrorDetails(limit: UInt64(limits.pendingLinksPerUserMax)))
        }
    }

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

    public func approveDevice(
        _ request: ApproveDeviceRequest, context: CallContext
    ) async throws(APIError) -> ApproveDeviceResponse {
        let caller = try context.authenticated()
        try Self.check(request.payload, field: "payload", max: limits.linkPayloadBytesMax)
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

    private static func check(_ bytes: [UInt8], field: String, max: Int) throws(APIError) {
        guard !bytes.isEmpty else { throw .invalid(field: field) }
        guard bytes.count <= max else { throw .invalid(field: field, limit: UInt64(max)) }
    }
}
