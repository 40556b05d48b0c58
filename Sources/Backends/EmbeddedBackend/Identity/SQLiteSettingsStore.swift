public import Basics
public import Contracts
public import Identity
internal import SQLiteDriver
public import WireProtocol

/// Settings beside the accounts.
public struct SQLiteSettingsStore: SettingsStore {
    let store: SQLiteStore<IdentityTables>

    public func settings(of user: UserID) async throws(StoreError) -> Settings {
        try await store.reading { (tables) throws(SQLiteError) in Self.complete(try tables.settings.stored(of: user)) }
    }

    public func update(
        _ change: SettingsChange, of user: UserID, committed: @escaping @Sendable (SettingsOutcome) -> Void
    ) async throws(StoreError) -> SettingsOutcome {
        try await store.writing(
            byteCount: 256 + (change.client?.count ?? 0),
            { (tables) throws(SQLiteError) in
                let old = try tables.settings.stored(of: user)
                guard old.version == change.version else { return .conflict }
                let privacy = (old.privacy ?? PrivacySettings()).changed(by: change.privacy)
                let new = Settings(
                    version: old.version + 1, privacy: privacy, client: change.client ?? old.client)
                try tables.settings.save(new, of: user)
                try Self.follow(from: Self.complete(old), to: Self.complete(new), of: user, in: tables)
                return .changed(Self.complete(new))
            }, committed: committed)
    }

    /// What a change means elsewhere.
    private static func follow(
        from old: Settings, to new: Settings, of user: UserID, in tables: IdentityTables
    ) throws(SQLiteError) {
        guard let privacy = new.privacy, privacy != old.privacy else { return }
        if privacy.discoverable != old.privacy?.discoverable, let owner = try tables.accounts.publicUser(user) {
            try tables.setNames(of: owner, isDiscoverable: privacy.discoverable ?? true)
        }
        let changed = PrivacyChanged(userID: user.rawValue, version: new.version, privacy: privacy)
        try tables.news.add(Event(body: .privacyChanged(changed)))
    }

    private static func complete(_ settings: Settings) -> Settings {
        var settings = settings
        settings.privacy = settings.privacy?.complete
        return settings
    }
}
