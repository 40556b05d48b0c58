internal import Basics
internal import Contracts
internal import Identity
internal import SQLiteDriver
internal import WireProtocol

/// Keys in Identity's file. A row in `news` goes with every change of a device's keys.
struct SQLiteKeyStore: KeyStore {
    let store: SQLiteStore<IdentityTables>

    func identityKey(of user: UserID) async throws(StoreError) -> IdentityKey? {
        try await store.reading { (tables) throws(SQLiteError) in try tables.keys.identityKey(of: user) }
    }

    func putIdentityKey(_ key: IdentityKey, of user: UserID) async throws(StoreError) -> IdentityKey {
        try await store.writing { (tables) throws(SQLiteError) in
            if let known = try tables.keys.identityKey(of: user) { return known }
            try tables.keys.save(key, of: user)
            return key
        }
    }

    func resetIdentityKey(_ key: IdentityKey, by caller: Caller) async throws(StoreError) -> IdentityKeyReset {
        try await store.writing(byteCount: 4_096) { (tables) throws(SQLiteError) in
            guard let old = try tables.keys.identityKey(of: caller.userID) else { return .none }
            guard old.bytes != key.bytes else { return .done(old) }
            try tables.keys.save(key, of: caller.userID)
            try tables.keys.noteReset(from: old, to: key, by: caller)
            for keys in try tables.keys.keys(of: caller.userID) {
                try tables.news.add(Event(body: .deviceChanged(try tables.keys.void(keys, of: caller.userID))))
            }
            try tables.links.delete(of: caller.userID)
            return .done(key)
        }
    }

    func putDeviceKeys(
        _ keys: DeviceKeys, of caller: Caller, certifiedBy identityKey: [UInt8], devicesMax: Int
    ) async throws(StoreError) -> DeviceKeysOutcome {
        try await store.writing(byteCount: 4_096) { (tables) throws(SQLiteError) in
            guard try tables.devices.device(caller.deviceID, of: caller.userID) != nil else { return .noSuchDevice }
            guard try tables.keys.identityKey(of: caller.userID)?.bytes == identityKey else { return .notCertified }
            if let known = try tables.keys.keys(of: caller.deviceID) { return known == keys ? .stored : .exists }
            guard try tables.keys.keyedDeviceCount(of: caller.userID) < devicesMax else { return .tooManyDevices }
            try tables.news.add(Event(body: .deviceChanged(try tables.keys.save(keys, of: caller.userID))))
            try tables.links.delete(caller.deviceID)
            return .stored
        }
    }

    func keys(of user: UserID) async throws(StoreError) -> UserKeysResponse? {
        try await store.reading { (tables) throws(SQLiteError) in
            guard try tables.keys.hasUser(user) else { return nil }
            return UserKeysResponse(
                userID: user.rawValue, identityKey: try tables.keys.identityKey(of: user)?.bytes,
                devices: try tables.keys.keys(of: user))
        }
    }
}
