import Testing
import WireProtocol

/// What watches over the other tests must see what it is there for.
@Suite("The promise about order, as test clients check it")
struct EntryOrderTests {
    private let me: UInt64 = 7

    private func entry(_ seq: UInt64, _ change: MemberChangeKind? = nil) -> ServerFrame {
        let member = change.map { MemberChange(userID: me, change: $0) }
        let entry = Entry(chatID: 1, seq: seq, kind: member == nil ? .message : .member, member: member)
        return ServerFrame(payload: .messageNew(MessageNew(entry: entry)))
    }

    private func acceptance(_ seq: UInt64) -> ServerFrame {
        ServerFrame(replyTo: "f1", payload: .messageAccepted(MessageAccepted(chatID: 1, seq: seq)))
    }

    private func heads(_ lastSeq: UInt64) -> ServerFrame {
        ServerFrame(payload: .syncHeads(SyncHeads(chats: [ChatHead(chatID: 1, lastSeq: lastSeq)])))
    }

    private func update(_ lastSeq: UInt64, from first: UInt64 = 1, left: UInt64? = nil) -> ServerFrame {
        let chat = Chat(id: 1, lastSeq: lastSeq, visibleFromSeq: first, leftSeq: left)
        return ServerFrame(payload: .chatUpdated(ChatUpdated(chat: chat)))
    }

    private func gap(_ from: UInt64, _ to: UInt64) -> ServerFrame {
        ServerFrame(payload: .syncGap(SyncGap(chatID: 1, fromSeq: from, toSeq: to)))
    }

    private func violations(_ frames: ServerFrame..., mayRepeat: Bool = false) -> Int {
        var order = EntryOrder(userID: me)
        for frame in frames { order.received(frame, mayRepeat: mayRepeat) }
        return order.violations.count
    }

    @Test("entries and acceptances count together, behind what the heads told")
    func inOrder() {
        #expect(violations(heads(3), entry(4), acceptance(5), entry(6)) == 0)
        // What came between the subscription and the heads is told by both.
        #expect(violations(entry(3), heads(3), entry(4)) == 0)
        #expect(violations(heads(3), acceptance(2), mayRepeat: true) == 0)
    }

    @Test("twice, backwards, with a hole: each is seen")
    func broken() {
        #expect(violations(heads(3), entry(4), entry(4)) == 1)
        #expect(violations(heads(3), acceptance(4), entry(4)) == 1)
        #expect(violations(heads(3), entry(5)) == 1)
        #expect(violations(heads(3), entry(4), entry(6)) == 1)
        #expect(violations(heads(3), acceptance(5), entry(4)) == 2)
        #expect(violations(heads(0), entry(1)) == 1, "a chat that nobody told of")
    }

    @Test("a gap that is told is none, unless it is told wrongly")
    func gaps() {
        #expect(violations(heads(3), entry(4), gap(5, 9), entry(10)) == 0)
        #expect(violations(heads(3), entry(4), gap(5, 9), entry(11)) == 1)
        #expect(violations(heads(3), entry(4), gap(6, 9)) == 1)
        #expect(violations(heads(3), entry(4), gap(5, 4)) == 1)
    }

    @Test("nothing comes after the own removal, until one is back")
    func membership() {
        #expect(violations(heads(3), entry(4, .removed), update(4, left: 4)) == 0)
        #expect(violations(heads(3), entry(4, .removed), entry(5)) == 1)
        #expect(violations(heads(3), update(4, left: 4), entry(4, .removed), entry(5)) == 1)
        #expect(violations(heads(3), entry(4, .left), update(9), entry(9, .joined), entry(10)) == 0)
        #expect(violations(heads(3), entry(4, .left), update(9), entry(11)) == 1)
        #expect(violations(heads(3), entry(4, .left), entry(9, .joined), update(9), entry(10)) == 0)
        #expect(violations(heads(3), entry(4, .left), acceptance(7), update(9), entry(10)) == 0)
        #expect(violations(heads(3), entry(4), update(9, from: 9), entry(9, .joined)) == 0)
        #expect(
            violations(heads(3), entry(4), update(9), entry(9)) == 1, "still a member: what lies between is missing")
    }
}
