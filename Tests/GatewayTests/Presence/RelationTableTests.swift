import Basics
import Contracts
import TestSupport
import Testing
import WireProtocol

@testable import Gateway

@Suite("Contacts, blocks and privacy of those who are connected")
struct RelationTableTests {
    private let ada = UserID(1)
    private let bob = UserID(2)

    private func change(
        _ version: UInt64, _ other: UserID, isContact: Bool = false, isBlocked: Bool = false
    ) -> RelationChanged {
        RelationChanged(
            userID: ada.rawValue, version: version, otherID: other.rawValue, isContact: isContact,
            isBlocked: isBlocked)
    }

    private func sample(
        _ version: UInt64, contacts: [UserID] = [], blocked: [UserID] = [], settings: UInt64 = 0,
        privacy: PrivacySettings = .defaults
    ) -> GetRelationsResponse {
        GetRelationsResponse(
            version: version, contactIDs: contacts.map(\.rawValue), blockedIDs: blocked.map(\.rawValue),
            privacy: privacy, settingsVersion: settings)
    }

    private func privacy(_ version: UInt64, typing: Bool) -> PrivacyChanged {
        PrivacyChanged(
            userID: ada.rawValue, version: version, privacy: PrivacySettings(typing: typing).complete)
    }

    @Test("what is heard in its order is applied, what is old is not")
    func order() {
        var table = RelationTable()
        expect(table.adopt(sample(3), of: ada), .changed(from: .none))
        expect(table.heard(change(3, bob, isContact: true)), .nothing)
        let before = table[ada] ?? .none
        expect(table.heard(change(4, bob, isContact: true)), .changed(from: before))
        #expect(table[ada]?.contacts == [bob])
        _ = table.heard(change(5, bob, isBlocked: true))
        #expect(table[ada]?.contacts == [])
        #expect(table[ada]?.blocked == [bob])
    }

    @Test("what was missed is read again, until the reading has it")
    func gap() {
        var table = RelationTable()
        _ = table.adopt(sample(3), of: ada)
        expect(table.heard(change(6, bob, isContact: true)), .read)
        let before = table[ada] ?? .none
        expect(table.adopt(sample(5), of: ada), .changed(from: before, isBehind: true))
        _ = table.adopt(sample(6, contacts: [bob]), of: ada)
        #expect(table[ada]?.contacts == [bob])
        #expect(table[ada]?.version == 6)
    }

    @Test("what is heard while the first reading is under way is not lost")
    func early() {
        var table = RelationTable()
        expect(table.heard(change(4, bob, isBlocked: true)), .nothing)
        expect(table.heard(privacy(2, typing: false)), .nothing)
        expect(table.adopt(sample(3, settings: 2), of: ada), .changed(from: .none, isBehind: true))
        var before = table[ada] ?? .none
        expect(table.adopt(sample(4, blocked: [bob], settings: 2), of: ada), .changed(from: before))
        #expect(table[ada]?.blocked == [bob])
        table.forget(ada)
        _ = table.heard(privacy(2, typing: false))
        expect(table.adopt(sample(4, settings: 1), of: ada), .changed(from: .none, isBehind: true))
        before = table[ada] ?? .none
        let newer = sample(4, settings: 2, privacy: PrivacySettings(typing: false).complete)
        expect(table.adopt(newer, of: ada), .changed(from: before))
        #expect(table[ada]?.privacy.typing == false)
    }

    @Test("a reading that is older than what is known changes nothing")
    func late() {
        var table = RelationTable()
        _ = table.adopt(sample(3, contacts: [bob]), of: ada)
        _ = table.heard(change(4, bob))
        _ = table.heard(privacy(1, typing: false))
        _ = table.adopt(sample(3, contacts: [bob]), of: ada)
        #expect(table[ada]?.contacts == [])
        #expect(table[ada]?.privacy.typing == false)
        expect(table.heard(privacy(1, typing: true)), .nothing)
    }

    @Test("whoever is gone is forgotten")
    func forgetting() {
        var table = RelationTable()
        _ = table.adopt(sample(3), of: ada)
        table.forget(ada)
        #expect(table[ada] == nil)
    }

    @Test("who is seen: by everybody, by contacts or by nobody, and never through a block")
    func sight() {
        let online = { PresenceTable.State(status: .online, audience: $0) }
        var relations = RelationTable.Relations.none
        #expect(relations.sees(online(.everybody), of: bob) == .online)
        #expect(relations.sees(online(.contacts), of: bob) == .offline)
        relations.contacts = [bob]
        #expect(relations.sees(online(.contacts), of: bob) == .online)
        #expect(relations.sees(online(.nobody), of: bob) == .offline)
        #expect(relations.sees(online(.unspecified), of: bob) == .offline)
        relations.blocked = [bob]
        #expect(relations.sees(online(.everybody), of: bob) == .offline)
    }
}
