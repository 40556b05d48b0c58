import Basics
import Contracts
import Testing
import WireProtocol

@testable import Identity

/// People with accounts, on a real file.
final class People: Sendable {
    let fixture: IdentityFixture
    let users: [UserID]

    init(_ count: Int, limits: Limits = Limits()) async throws {
        fixture = try await IdentityFixture(limits: limits)
        var users: [UserID] = []
        for number in 0..<count {
            let answer = try await fixture.register("p\(number)@example.org", username: "person\(number)")
            users.append(UserID(try #require(answer.user?.id)))
        }
        self.users = users
    }

    var service: IdentityService { fixture.service }

    func context(_ index: Int) -> CallContext {
        let caller = Caller(userID: users[index], deviceID: DeviceID(1), sessionID: SessionID(1))
        return CallContext(caller: caller, requestID: "test")
    }

    @discardableResult
    func ask(_ one: Int, _ other: Int) async throws(APIError) -> ContactResponse {
        try await service.requestContact(
            RequestContactRequest(id: users[one].rawValue, userID: users[other].rawValue), context: context(one))
    }

    @discardableResult
    func put(_ state: ContactState, _ one: Int, _ other: Int) async throws(APIError) -> ContactResponse {
        try await service.updateContact(
            UpdateContactRequest(id: users[one].rawValue, contactID: users[other].rawValue, state: state),
            context: context(one))
    }

    func drop(_ one: Int, _ other: Int) async throws(APIError) {
        _ = try await service.deleteContact(
            DeleteContactRequest(id: users[one].rawValue, contactID: users[other].rawValue), context: context(one))
    }

    func list(_ one: Int) async throws -> [Contact] {
        try await service.getContacts(GetContactsRequest(id: users[one].rawValue), context: context(one)).contacts
    }

    func found(_ query: String, by one: Int = 0) async throws -> [UInt64] {
        try await service.findUsers(FindUsersRequest(query: query), context: context(one)).users.map(\.id)
    }

    func set(_ privacy: PrivacySettings, of one: Int) async throws {
        let version = try await service.getSettings(GetSettingsRequest(), context: context(one)).settings?.version
        _ = try await service.updateSettings(
            UpdateSettingsRequest(version: version, privacy: privacy), context: context(one))
    }

    func rename(_ one: Int, _ change: (inout UpdateUserRequest) -> Void) async throws(APIError) {
        var request = UpdateUserRequest(id: users[one].rawValue)
        change(&request)
        _ = try await service.updateUser(request, context: context(one))
    }
}
