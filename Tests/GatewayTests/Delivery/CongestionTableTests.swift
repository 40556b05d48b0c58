import Basics
import TestSupport
import Testing

@testable import Gateway

@Suite("Rooms that lag")
struct CongestionTableTests {
    private let chat = ChatID(5)
    private static let second: UInt64 = 1_000_000_000

    @Test("more than half of the receivers, told once a second")
    func telling() {
        var table = CongestionTable()
        expect(table.isDue(chat, lagging: 10, of: 20, now: 0), false)
        expect(table.isDue(chat, lagging: 11, of: 20, now: 0), true)
        expect(table.isDue(chat, lagging: 20, of: 20, now: Self.second - 1), false)
        expect(table.isDue(ChatID(6), lagging: 20, of: 20, now: Self.second - 1), true)
        expect(table.isDue(chat, lagging: 20, of: 20, now: Self.second), true)
    }

    @Test("what is not told again ends by itself")
    func ending() {
        var table = CongestionTable()
        expect(table.isCongested(chat, now: 0), false)
        table.heard(chat, now: 0)
        expect(table.isCongested(chat, now: 2 * Self.second - 1), true)
        expect(table.isCongested(ChatID(6), now: 0), false)
        table.heard(chat, now: Self.second)
        expect(table.isCongested(chat, now: 2 * Self.second), true)
        expect(table.isCongested(chat, now: 3 * Self.second), false)
    }
}
