import Communication
import Contracts
import EmbeddedBackend
import Testing
import WireProtocol

@testable import Identity

@Suite("Settings in the store")
struct SettingsTests {
    @Test("everything has a default; what is set stays, beside what the client keeps")
    func changes() async throws {
        let people = try await People(1)
        let (service, context) = (people.service, people.context(0))
        let first = try await service.getSettings(GetSettingsRequest(), context: context).settings
        #expect(first == Settings(version: 0, privacy: .defaults, client: []))
        let change = UpdateSettingsRequest(version: 0, privacy: PrivacySettings(typing: false), client: [1, 2])
        let second = try await service.updateSettings(change, context: context).settings
        var privacy = PrivacySettings.defaults
        privacy.typing = false
        #expect(second == Settings(version: 1, privacy: privacy, client: [1, 2]))
        let third = try await service.updateSettings(
            UpdateSettingsRequest(version: 1, privacy: PrivacySettings(lastSeen: .nobody)), context: context
        ).settings
        privacy.lastSeen = .nobody
        #expect(third == Settings(version: 2, privacy: privacy, client: [1, 2]))
        #expect(try await service.getSettings(GetSettingsRequest(), context: context).settings == third)
    }

    @Test("of two changes of one version one wins; other privacy is a fact, a client's own part is none")
    func conflict() async throws {
        let people = try await People(1)
        let (service, context) = (people.service, people.context(0))
        let results = await withTaskGroup(of: Bool.self) { group in
            for byte in 0..<8 as Range<UInt8> {
                group.addTask {
                    let change = UpdateSettingsRequest(
                        version: 0, privacy: PrivacySettings(readReceipts: false), client: [byte])
                    return (try? await service.updateSettings(change, context: context)) != nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count { $0 } == 1)
        _ = try await service.updateSettings(UpdateSettingsRequest(version: 1, client: [9]), context: context)
        await #expect(throws: APIError(.settingsVersionConflict)) {
            try await service.updateSettings(UpdateSettingsRequest(version: 1), context: context)
        }
        let facts = try await people.fixture.backend.communication.news.oldest(limit: 10)
        #expect(facts.count == 1)
    }

    @Test("what is no setting is refused")
    func invalid() async throws {
        let people = try await People(1)
        let wrong: [(UpdateSettingsRequest, APIError)] = [
            (UpdateSettingsRequest(), .invalid(field: "version")),
            (
                UpdateSettingsRequest(version: 0, privacy: PrivacySettings(lastSeen: Audience(rawValue: 9))),
                .invalid(field: "privacy.lastSeen")
            ),
            (
                UpdateSettingsRequest(version: 0, privacy: PrivacySettings(groupAdditions: .unspecified)),
                .invalid(field: "privacy.groupAdditions")
            ),
            (
                UpdateSettingsRequest(version: 0, client: [UInt8](repeating: 0, count: (16 << 10) + 1)),
                .invalid(field: "client", limit: 16 << 10)
            ),
        ]
        for (request, error) in wrong {
            await #expect(throws: error) {
                try await people.service.updateSettings(request, context: people.context(0))
            }
        }
    }
}
