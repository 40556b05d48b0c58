internal import Basics
public import Contracts
public import WireProtocol

extension IdentityService {
    public func getSettings(
        _ request: GetSettingsRequest, context: CallContext
    ) async throws(APIError) -> SettingsResponse {
        let caller = try context.authenticated()
        do throws(StoreError) {
            return SettingsResponse(settings: try await ports.settings.settings(of: caller.userID))
        } catch {
            throw error.apiError
        }
    }

    public func updateSettings(
        _ request: UpdateSettingsRequest, context: CallContext
    ) async throws(APIError) -> SettingsResponse {
        let caller = try context.authenticated()
        let change = try change(request)
        let bus = bus
        let outcome: SettingsOutcome
        do throws(StoreError) {
            outcome = try await ports.settings.update(change, of: caller.userID) { outcome in
                guard case .changed(let settings) = outcome else { return }
                let changed = PrivacyChanged(
                    userID: caller.userID.rawValue, version: settings.version, privacy: settings.privacy)
                bus.publish(Event(body: .privacyChanged(changed)))
            }
        } catch {
            throw error.apiError
        }
        switch outcome {
        case .changed(let settings): return SettingsResponse(settings: settings)
        case .conflict: throw APIError(.settingsVersionConflict)
        }
    }

    private func change(_ request: UpdateSettingsRequest) throws(APIError) -> SettingsChange {
        guard let version = request.version else { throw .invalid(field: "version") }
        let privacy = request.privacy ?? PrivacySettings()
        try Self.check(privacy.lastSeen, field: "privacy.lastSeen")
        try Self.check(privacy.groupAdditions, field: "privacy.groupAdditions")
        if let client = request.client, client.count > limits.clientSettingsBytesMax {
            throw .invalid(field: "client", limit: UInt64(limits.clientSettingsBytesMax))
        }
        return SettingsChange(version: version, privacy: privacy, client: request.client)
    }

    private static func check(_ audience: Audience?, field: String) throws(APIError) {
        switch audience {
        case nil, .everybody?, .contacts?, .nobody?: return
        default: throw .invalid(field: field)
        }
    }
}
