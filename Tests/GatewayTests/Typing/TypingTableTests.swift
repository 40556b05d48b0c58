import Basics
import TestSupport
import Testing

@testable import Gateway

@Suite("Who is typing")
struct TypingTableTests {
    private let key = TypingTable.Key(chat: ChatID(5), user: UserID(1))
    private let second: UInt64 = 1_000_000_000

    @Test("typing is over after six seconds without another sign")
    func expiry() {
        var table = TypingTable()
        expect(table.start(key, now: 0), true)
        #expect(table.nextDeadline == 6 * second)
        expect(table.start(key, now: 2 * second), false)
        expect(table.expire(now: 7 * second), [])
        #expect(table.isTyping(key))
        expect(table.expire(now: 8 * second), [key])
        #expect(!table.isTyping(key))
        #expect(table.nextDeadline == nil)
    }

    @Test("who goes on is announced again when half of the time has passed")
    func due() {
        var table = TypingTable()
        #expect(table.isDue(key, now: 0))
        _ = table.start(key, now: 0)
        #expect(!table.isDue(key, now: 3 * second))
        #expect(table.isDue(key, now: 3 * second + 1))
    }

    @Test("who stops is told once")
    func stopping() {
        var table = TypingTable()
        expect(table.stop(key), false)
        _ = table.start(key, now: 0)
        expect(table.stop(key), true)
        expect(table.stop(key), false)
    }
}
