import Basics
import Communication
import Testing
import WireProtocol

@Suite("The rules of messages")
struct LogRulesMessageTests {
    private typealias Fixture = RulesFixture

    private func send(_ content: Content = Fixture.text, replyTo: UInt64? = nil) -> LogAction {
        .send(content: content, replyToSeq: replyTo, fileIDs: [])
    }

    @Test("who never was in a chat learns nothing of it; who is gone learns that")
    func membership() {
        let fixture = Fixture(role: .unspecified)
        #expect(fixture.rules.decide(Fixture.command(send()), facts: nil, now: 0) == .refused(.noSuchChat))
        #expect(fixture.decide(send()) == .refused(.notMember))
    }

    @Test("a group takes everybody's messages, a channel those of its admins and owner")
    func whoMaySend() {
        #expect(Fixture(.group).decide(send()) == .write([EntryDraft(.message, content: Fixture.text)]))
        #expect(Fixture(.channel).decide(send()) == .refused(.forbidden))
        for role in [MemberRole.admin, .owner] {
            #expect(
                Fixture(.channel, role: role).decide(send()) == .write([EntryDraft(.message, content: Fixture.text)]))
        }
    }

    @Test("text where the server may read, sealed content elsewhere, never both")
    func kindOfContent() {
        let sealed = Fixture.sealed(for: [11])
        var both = sealed
        both.text = "x"
        #expect(Fixture().decide(send(sealed)) == .refused(.plaintextRequired))
        #expect(Fixture().decide(send(both)) == .refused(.plaintextRequired))
        var secret = Fixture(.group, .e2ee)
        secret.facts.roster = Fixture.roster([11])
        #expect(secret.decide(send()) == .refused(.encryptionRequired))
        #expect(secret.decide(send(both)) == .refused(.encryptionRequired))
        #expect(secret.decide(send(sealed)) == .write([EntryDraft(.message, content: sealed)]))
    }

    @Test("a seal is for exactly the devices of the roster, under its version")
    func roster() {
        var fixture = Fixture(.group, .e2ee)
        fixture.facts.roster = Fixture.roster([11, 21, 31])
        #expect(
            fixture.decide(send(Fixture.sealed(for: [11, 41, 21])))
                == .refused(.rosterChanged(version: 7, missing: [31], extra: [41])))
        #expect(
            fixture.decide(send(Fixture.sealed(for: [11, 21, 31], rosterVersion: 6)))
                == .refused(.rosterChanged(version: 7, missing: [], extra: [])))
        fixture.facts.roster = Fixture.roster([11], without: [UserID(3)])
        #expect(fixture.decide(send(Fixture.sealed(for: [11]))) == .refused(.memberWithoutKeys([UserID(3)])))
    }

    @Test("a reply answers a message that its author may see; in sealed chats the server is not told of it")
    func replies() {
        var fixture = Fixture(visibleFromSeq: 4)
        #expect(fixture.decide(send(replyTo: 4)) == .refused(.noSuchMessage(field: "replyToSeq")))
        fixture.facts.target = Fixture.entry(4, .member)
        #expect(fixture.decide(send(replyTo: 4)) == .refused(.noSuchMessage(field: "replyToSeq")))
        fixture.facts.target = Fixture.entry(3)
        #expect(fixture.decide(send(replyTo: 3)) == .refused(.noSuchMessage(field: "replyToSeq")))
        fixture.facts.target = Fixture.entry(4)
        #expect(
            fixture.decide(send(replyTo: 4)) == .write([EntryDraft(.message, content: Fixture.text, replyToSeq: 4)]))
        var secret = Fixture(.group, .e2ee)
        secret.facts.roster = Fixture.roster([11])
        secret.facts.target = Fixture.entry(4)
        #expect(secret.decide(send(Fixture.sealed(for: [11]), replyTo: 4)) == .refused(.invalid(field: "replyToSeq")))
    }

    @Test("one edits one's own message while its time lasts")
    func edits() {
        let edit = LogAction.edit(target: 4, content: Fixture.text)
        var fixture = Fixture(role: .owner)
        #expect(fixture.decide(edit) == .refused(.noSuchMessage(field: nil)))
        fixture.facts.target = Fixture.entry(4, .edit)
        #expect(fixture.decide(edit) == .refused(.noSuchMessage(field: nil)))
        fixture.facts.target = Fixture.entry(by: 2)
        #expect(fixture.decide(edit) == .refused(.notOwn))
        fixture.facts.target = Fixture.entry(deletedBySeq: 9)
        #expect(fixture.decide(edit) == .refused(.messageDeleted))
        fixture.facts.target = Fixture.entry(at: fixture.now - fixture.rules.limits.editWindowMilliseconds - 1)
        #expect(fixture.decide(edit) == .refused(.editExpired))
        fixture.facts.target = Fixture.entry(at: fixture.now - fixture.rules.limits.editWindowMilliseconds)
        #expect(fixture.decide(edit) == .write([EntryDraft(.edit, content: Fixture.text, refersTo: 4)]))
    }

    @Test("one deletes what is one's own, who rules also the messages of others, once")
    func deletions() {
        let delete = LogAction.delete(target: 4)
        let written = LogRules.Decision.write([EntryDraft(.delete, refersTo: 4)])
        func decision(
            _ target: EntryFacts?, _ type: ChatType = .group, role: MemberRole = .member
        ) -> LogRules.Decision {
            var fixture = Fixture(type, role: role)
            fixture.facts.target = target
            return fixture.decide(delete)
        }
        #expect(decision(nil) == .refused(.noSuchMessage(field: nil)))
        for kind in [EntryKind.chat, .edit, .delete, .member] {
            #expect(decision(Fixture.entry(4, kind)) == .refused(.noSuchMessage(field: nil)))
        }
        #expect(decision(Fixture.entry()) == written)
        #expect(decision(Fixture.entry(4, .reaction)) == written)
        #expect(decision(Fixture.entry(by: 2)) == .refused(.notOwn))
        #expect(decision(Fixture.entry(by: 2), role: .admin) == written)
        #expect(decision(Fixture.entry(4, .reaction, by: 2), role: .owner) == .refused(.notOwn))
        #expect(decision(Fixture.entry(by: 2), .direct, role: .admin) == .refused(.notOwn))
        #expect(decision(Fixture.entry(deletedBySeq: 9)) == .unchanged(seq: 9))
    }

    @Test("one reacts to messages that are there, with each emoji once, and takes back one's own")
    func reactions() {
        let react = LogAction.react(target: 4, content: Content(text: "+"))
        var fixture = Fixture(.channel)
        #expect(fixture.decide(react) == .refused(.noSuchMessage(field: nil)))
        fixture.facts.target = Fixture.entry(by: 2, deletedBySeq: 5)
        #expect(fixture.decide(react) == .refused(.messageDeleted))
        fixture.facts.target = Fixture.entry(by: 2)
        #expect(fixture.decide(react) == .write([EntryDraft(.reaction, content: Content(text: "+"), refersTo: 4)]))
        #expect(fixture.decide(.removeReaction(target: 4, emoji: "+")) == .unchanged(seq: nil))
        fixture.facts.ownReactions = [Fixture.entry(6, .reaction, text: "-"), Fixture.entry(7, .reaction, text: "+")]
        #expect(fixture.decide(react) == .unchanged(seq: 7))
        #expect(fixture.decide(.removeReaction(target: 4, emoji: "+")) == .write([EntryDraft(.delete, refersTo: 7)]))
    }

    @Test("the same client id with another body is refused where the server can compare")
    func repetition() {
        let rules = LogRules(limits: Limits())
        let command = Fixture.command(send(), bodyHash: [1])
        #expect(rules.refusal(ofRepeated: command, firstBodyHash: [1], encryption: .server) == nil)
        #expect(rules.refusal(ofRepeated: command, firstBodyHash: [2], encryption: .server) == .clientIDReused)
        #expect(rules.refusal(ofRepeated: command, firstBodyHash: [2], encryption: .e2ee) == nil)
        #expect(rules.refusal(ofRepeated: command, firstBodyHash: [], encryption: .server) == nil, "it was erased")
    }
}
