public import Basics
public import Contracts
public import WireProtocol

/// Everybody's settings.
public protocol SettingsStore: Sendable {
    /// Complete: what was never set has its default.
    func settings(of user: UserID) async throws(StoreError) -> Settings

    /// Changes what is given, if the settings are still of this version. Who is found by name follows in the same
    /// transaction, and other privacy is written down for the services that must not miss it.
    ///
    /// - Parameter committed: called once the change is durable, in the order of the commits.
    func update(
        _ change: SettingsChange, of user: UserID, committed: @escaping @Sendable (SettingsOutcome) -> Void
    ) async throws(StoreError) -> SettingsOutcome
}

public struct SettingsChange: Sendable {
    /// The version that is replaced.
    public let version: UInt64
    /// What is absent stays.
    public let privacy: PrivacySettings
    public let client: [UInt8]?

    public init(version: UInt64, privacy: PrivacySettings, client: [UInt8]?) {
        self.version = version
        self.privacy = privacy
        self.client = client
    }
}

public enum SettingsOutcome: Sendable {
    case changed(Settings)
    /// The settings are of another version.
    case conflict
}
