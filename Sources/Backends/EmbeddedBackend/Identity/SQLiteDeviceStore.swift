internal import Basics
internal import Contracts
internal import Identity
internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Devices and links in Identity's file.
struct SQLiteDeviceStore: DeviceStore {
    let store: SQLiteStore<IdentityTables>
    let identifiers: SnowflakeGenerator

    func devices(of user: UserID, above device: DeviceID, limit: Int) async throws(StoreError) -> [OwnDevice] {
        try await store.reading { (tables) throws(SQLiteError) in
            try tables.devices.page(of: user, above: device, limit: limit)
        }
    }

    func rename(_ device: DeviceID, of user: UserID, to name: String) async throws(StoreError) -> OwnDevice? {
        try await store.writing { (tables) throws(SQLiteError) in
            guard try tables.devices.device(device, of: user) != nil else { return nil }
            try tables.devices.rename(device, to: name)
            return try tables.devices.device(device, of: user)
        }
    }

    func remove(_ device: DeviceID, of user: UserID, now: Int64) async throws(StoreError) -> [SessionID]? {
        try await store.writing(byteCount: 1_024) { (tables) throws(SQLiteError) in
            guard try tables.devices.device(device, of: user) != nil else { return nil }
            let ended = try tables.sessions.end(device: device, now: now)
            try tables.devices.remove(device, now: now)
            try tables.links.delete(device)
            if let keys = try tables.keys.keys(of: device) {
                try tables.news.add(Event(body: .deviceChanged(try tables.keys.void(keys, of: user))))
            }
            return ended
        }
    }

    // MARK: Links

    func startLink(
        _ link: NewDeviceLink, by caller: Caller, pendingMax: Int
    ) async throws(StoreError) -> LinkStart {
        let id = identifiers.next()
        return try await store.writing(byteCount: 256 + link.offer.count) { (tables) throws(SQLiteError) in
            try tables.links.deleteExpired(now: link.createdAt)
            guard let device = try tables.devices.device(caller.deviceID, of: caller.userID) else {
                return .noSuchDevice
            }
            guard !device.hasKeys else { return .hasKeys }
            guard try tables.links.pendingCount(of: caller.userID, except: caller.deviceID) < pendingMax else {
                return .tooManyPending
            }
            try tables.links.save(link, id: id, by: caller)
            return .started(id)
        }
    }

    func link(of device: DeviceID, now: Int64) async throws(StoreError) -> GetDeviceLinkResponse? {
        try await store.reading { (tables) throws(SQLiteError) in
            guard let link = try tables.links.link(of: device, now: now) else { return nil }
            return GetDeviceLinkResponse(
                linkID: link.id, status: link.payload == nil ? .pending : .approved,
                expiresAt: Timestamp(millisecondsSince1970: link.expiresAt), payload: link.payload)
        }
    }

    func pendingLinks(
        of user: UserID, except device: DeviceID, now: Int64
    ) async throws(StoreError) -> [PendingDeviceLink] {
        try await store.reading { (tables) throws(SQLiteError) in
            try tables.links.pending(of: user, except: device, now: now)
        }
    }

    func approve(_ approval: LinkApproval, by caller: Caller, now: Int64) async throws(StoreError) -> LinkAnswer {
        try await store.writing(byteCount: 256 + approval.payload.count) { (tables) throws(SQLiteError) in
            guard let link = try tables.links.link(of: approval.deviceID, now: now), link.userID == caller.userID,
                link.id == approval.linkID
            else { return .noSuchLink }
            guard try tables.devices.device(caller.deviceID, of: caller.userID)?.hasKeys == true else { return .noKeys }
            if let payload = link.payload { return payload == approval.payload ? .approved : .otherAnswer }
            try tables.links.answer(approval.deviceID, with: approval.payload)
            return .approved
        }
    }
}
