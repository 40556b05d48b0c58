internal import Communication
internal import Contracts
internal import SQLiteDriver
internal import WireProtocol

/// What is known of everybody's devices in one SQLite file.
struct SQLiteDeviceProjection: DeviceProjection {
    let store: SQLiteStore<CommunicationTables>

    func apply(_ change: DeviceChanged) async throws(StoreError) {
        let byteCount = 256 + change.encryptionKey.count + change.signingKey.count + change.certificate.count
        try await store.writing(byteCount: byteCount) { (tables) throws(SQLiteError) in
            try Self.apply(change, in: tables)
        }
    }

    private static func apply(_ change: DeviceChanged, in tables: CommunicationTables) throws(SQLiteError) {
        let known = try tables.devices.known(change.deviceID, of: change.userID)
        guard change.version > known?.change.version ?? 0 else { return }
        let wasActive = known?.change.isActive ?? false
        var activation = known?.activation ?? 0
        if change.isActive, !wasActive { activation = try tables.store.nextActivation() }
        try tables.devices.save(DeviceTable.Known(change: change, activation: activation))
        if change.isActive != wasActive || (wasActive && change.hasOtherKeys(than: known?.change)) {
            try tables.devices.raiseVersion(of: change.userID)
        }
    }
}

extension DeviceChanged {
    fileprivate func hasOtherKeys(than known: DeviceChanged?) -> Bool {
        encryptionKey != known?.encryptionKey || signingKey != known?.signingKey || certificate != known?.certificate
    }
}
