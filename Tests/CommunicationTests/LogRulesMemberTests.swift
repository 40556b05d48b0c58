import Basics
import Communication
import Testing
import WireProtocol

@Suite("The rules of membership")
struct LogRulesMemberTests {
    private typealias Fixture = RulesFixture

    @Test("who rules adds people; only the owner makes admins; nobody adds an owner")
    func adding() {
        func decision(_ author: MemberRole, _ role: MemberRole, _ type: ChatType = .group) -> LogRules.Decision {
            var fixture = Fixture(type, role: author)
            fixture.facts.subjects = [UserID(2): .member]
            return fixture.decide(.addMembers([UserID(2), UserID(4)], role: role))
        }
        func joined(_ role: MemberRole) -> LogRules.Decision {
            var draft = Fixture.member(4, .joined, role)
            draft.visibleFromStart = true
            return .write([draft])
        }
        #expect(decision(.member, .member) == .refused(.forbidden))
        #expect(decision(.admin, .unspecified) == joined(.member))
        #expect(decision(.admin, .admin) == .refused(.forbidden))
        #expect(decision(.owner, .admin) == joined(.admin))
        #expect(decision(.owner, .owner) == .refused(.invalid(field: "role")))
        #expect(decision(.owner, .member, .direct) == .refused(.directFixed))
    }

    @Test("who is in a chat already stays as they are")
    func addingAgain() {
        var fixture = Fixture(role: .owner)
        fixture.facts.subjects = [UserID(2): .member]
        #expect(fixture.decide(.addMembers([UserID(2)], role: .admin)) == .unchanged(seq: nil))
    }

    @Test("a chat takes as many people and devices as its kind may have")
    func bounds() {
        var fixture = Fixture(role: .owner)
        fixture.rules = LogRules(limits: Self.limits)
        let add = LogAction.addMembers([UserID(4), UserID(5)], role: .member)
        fixture.facts.memberCount = 9
        #expect(fixture.decide(add) == .refused(.tooManyMembers(limit: 10)))
        fixture.facts.type = .channel
        #expect(fixture.decide(add) == .write([4, 5].map { Self.joined($0, fromStart: true) }))
        fixture = Fixture(.group, .e2ee, role: .owner)
        fixture.rules = LogRules(limits: Self.limits)
        fixture.facts.roster = Fixture.roster([11, 21], active: 3, candidates: 2)
        #expect(fixture.decide(add) == .refused(.tooManyDevices(limit: 4)))
        fixture.facts.roster = Fixture.roster([11, 21], active: 2, candidates: 2)
        #expect(fixture.decide(add) == .write([4, 5].map { Self.joined($0, fromStart: false) }))
    }

    private static var limits: Limits {
        var limits = Limits()
        limits.groupMembersMax = 10
        limits.channelMembersMax = 11
        limits.rosterDevicesMax = 4
        return limits
    }

    private static func joined(_ user: UInt64, fromStart: Bool) -> EntryDraft {
        var draft = Fixture.member(user, .joined, .member)
        draft.visibleFromStart = fromStart
        return draft
    }

    @Test("one removes whom one outranks")
    func removing() {
        func decision(_ author: MemberRole, _ subject: MemberRole?) -> LogRules.Decision {
            var fixture = Fixture(role: author)
            fixture.facts.subjects = subject.map { [UserID(2): $0] } ?? [:]
            return fixture.decide(.removeMember(UserID(2)))
        }
        let removed = LogRules.Decision.write([Fixture.member(2, .removed, .unspecified)])
        #expect(decision(.member, .member) == .refused(.forbidden))
        #expect(decision(.member, nil) == .refused(.forbidden))
        #expect(decision(.admin, .member) == removed)
        #expect(decision(.admin, .admin) == .refused(.forbidden))
        #expect(decision(.admin, .owner) == .refused(.forbidden))
        #expect(decision(.owner, .admin) == removed)
        #expect(decision(.owner, nil) == .unchanged(seq: nil))
    }

    @Test("everybody may leave; an owner hands the chat over first, unless nobody is left")
    func leaving() {
        let leave = LogAction.removeMember(UserID(1))
        let left = Fixture.member(1, .left, .unspecified)
        #expect(Fixture(role: .member).decide(leave) == .write([left]))
        #expect(Fixture(.direct).decide(leave) == .refused(.directFixed))
        var fixture = Fixture(role: .owner)
        #expect(fixture.decide(leave) == .write([left]))
        fixture.facts.heir = UserID(3)
        #expect(fixture.decide(leave) == .write([Fixture.member(3, .role, .owner), left]))
        fixture.facts.author = MemberFacts(role: .admin, visibleFromSeq: 1)
        #expect(fixture.decide(leave) == .write([left]))
    }

    @Test("the owner gives roles, and the chat itself")
    func roles() {
        func decision(_ author: MemberRole, _ role: MemberRole, user: UInt64 = 2) -> LogRules.Decision {
            var fixture = Fixture(role: author)
            fixture.facts.subjects = [UserID(1): author, UserID(2): .member]
            return fixture.decide(.changeRole(UserID(user), role: role))
        }
        #expect(decision(.admin, .admin) == .refused(.forbidden))
        #expect(decision(.owner, .admin) == .write([Fixture.member(2, .role, .admin)]))
        #expect(decision(.owner, .member) == .unchanged(seq: nil))
        #expect(decision(.owner, .unspecified) == .refused(.invalid(field: "role")))
        #expect(decision(.owner, .member, user: 1) == .refused(.invalid(field: "userId")))
        #expect(decision(.owner, .admin, user: 3) == .refused(.noSuchMember))
        #expect(
            decision(.owner, .owner) == .write([Fixture.member(2, .role, .owner), Fixture.member(1, .role, .admin)]))
        #expect(Fixture(.direct, role: .owner).decide(.changeRole(UserID(2), role: .admin)) == .refused(.directFixed))
    }

    @Test("who rules renames a chat that the server may read")
    func renaming() {
        let rename = LogAction.rename("new")
        #expect(Fixture(role: .admin).decide(rename) == .write([EntryDraft(.chat, name: "new")]))
        #expect(Fixture(role: .admin).decide(.rename("club")) == .unchanged(seq: nil))
        #expect(Fixture(role: .member).decide(rename) == .refused(.forbidden))
        #expect(Fixture(.group, .e2ee, role: .owner).decide(rename) == .refused(.nameMustBeEncrypted))
        #expect(Fixture(.direct, .e2ee).decide(rename) == .refused(.directFixed))
    }

    @Test("the profile of a sealed chat is sealed")
    func profile() {
        let sealed = Fixture.sealed(for: [11])
        var fixture = Fixture(.group, .e2ee, role: .admin)
        fixture.facts.roster = Fixture.roster([11])
        #expect(fixture.decide(.setProfile(sealed)) == .write([EntryDraft(.chat, content: sealed)]))
        fixture.facts.author = MemberFacts(role: .member, visibleFromSeq: 1)
        #expect(fixture.decide(.setProfile(sealed)) == .refused(.forbidden))
        #expect(Fixture(role: .admin).decide(.setProfile(sealed)) == .refused(.invalid(field: "content")))
    }
}
