internal import Basics
public import Contracts
internal import Protobuf
public import WireProtocol

/// A new device of an account hands the others an offer, and gets an answer: the server carries both and reads neither.
extension IdentityService {
    public func startDeviceLink(
        _ request: StartDeviceLinkRequest, context: CallContext
    ) async throws(APIError) -> StartDeviceLinkResponse {
        let caller = try context.authenticated()
        try Self.checkRelayed(request.offer, field: "offer", max: limits.linkOfferBytesMax)
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

    /// What one device hands to another is there, and is not too much.
    static func checkRelayed(_ bytes: [UInt8], field: String, max: Int) throws(APIError) {
        guard !bytes.isEmpty else { throw .invalid(field: field) }
        guard bytes.count <= max else { throw .invalid(field: field, limit: UInt64(max)) }
    }
}
