import Basics
import Testing

@testable import Gateway

@Suite("What a slow reader missed")
struct MissedEntriesTests {
    @Test("of each chat from the first to the last, told once")
    func ranges() {
        var missed = MissedEntries()
        #expect(missed.isEmpty)
        missed.add(4...4, of: ChatID(9))
        missed.add(5...8, of: ChatID(9))
        missed.add(2...3, of: ChatID(1))
        missed.add(7...7, of: ChatID(3))
        #expect(missed.take(ChatID(1)) == 2...3)
        #expect(missed.take(ChatID(1)) == nil)
        let all = missed.takeAll()
        #expect(all.map(\.chat) == [ChatID(3), ChatID(9)])
        #expect(all.map(\.seqs) == [7...7, 4...8])
        #expect(missed.isEmpty)
    }
}
