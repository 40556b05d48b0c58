internal import Basics
public import Contracts
internal import Protobuf
public import WireProtocol

extension IdentityService {
    public func getDevices(
        _ request: GetDevicesRequest, context: CallContext
    ) async throws(APIError) -> GetDevicesResponse {
        let caller = try context.authenticated()
        guard request.limit <= limits.pageEntriesMax else {
            throw .invalid(field: "limit", limit: UInt64(limits.pageEntriesMax))
        }
        let limit = request.limit == 0 ? limits.pageEntriesDefault : Int(request.limit)
        let above = try Self.device(ofListCursor: request.cursor)
        let found: [OwnDevice]
        do throws(StoreError) {
            // One more than asked for tells whether there is another page.
            found = try await ports.devices.devices(of: caller.userID, above: above, limit: limit + 1)
        } catch {
            throw error.apiError
        }
        let page = found.prefix(limit).map { $0.seen(from: caller.deviceID) }
        var next: String?
        if found.count > limit, let last = page.last {
            next = Base64URL.encode(DeviceListCursor(deviceID: last.id).protobufBytes())
        }
        return GetDevicesResponse(devices: page, nextCursor: next)
    }

    private static func device(ofListCursor text: String) throws(APIError) -> DeviceID {
        guard !text.isEmpty else { return DeviceID(0) }
        guard let bytes = Base64URL.decode(text), let cursor = try? DeviceListCursor(protobuf: bytes),
            cursor.deviceID <= UInt64(Int64.max)
        else { throw .invalid(field: "cursor") }
        return DeviceID(cursor.deviceID)
    }
}

extension OwnDevice {
    func seen(from device: DeviceID) -> OwnDevice {
        var copy = self
        copy.current = id == device.rawValue
        return copy
    }
}
