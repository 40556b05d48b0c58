import Testing
import WireProtocol

@testable import Communication

@Suite("Pages of long messages")
struct PageBytesTests {
    private static func entries(_ sizes: [Int]) -> [Entry] {
        sizes.enumerated().map { index, size in
            Entry(seq: UInt64(index + 1), content: Content(text: String(repeating: "x", count: size)))
        }
    }

    @Test("a page ends before it is too long, from whichever end it is read")
    func ends() {
        let entries = Self.entries([1_000, 1_000, 1_000, 1_000])
        #expect(entries.fitting(3_000, fromEnd: false).map(\.seq) == [1, 2])
        #expect(entries.fitting(3_000, fromEnd: true).map(\.seq) == [3, 4])
        #expect(entries.fitting(100_000, fromEnd: true).map(\.seq) == [1, 2, 3, 4])
        #expect([Entry]().fitting(3_000, fromEnd: true) == [])
    }

    @Test("one entry is always given, however long")
    func one() {
        let entries = Self.entries([5_000, 10, 5_000])
        #expect(entries.fitting(100, fromEnd: false).map(\.seq) == [1])
        #expect(entries.fitting(100, fromEnd: true).map(\.seq) == [3])
    }

    @Test("all that an entry carries counts: keys and the latest edit")
    func everything() {
        var sealed = Entry(seq: 1, content: Content(ciphertext: [UInt8](repeating: 0, count: 600)))
        sealed.content?.keys = [WrappedKey(deviceID: 1, key: [UInt8](repeating: 0, count: 600))]
        let edited = Entry(
            seq: 2, latestEdit: LatestEdit(seq: 9, content: Content(text: String(repeating: "x", count: 1_000))))
        #expect([sealed, edited].fitting(256 + 1_200 + 256 + 999, fromEnd: false).map(\.seq) == [1])
        #expect([sealed, edited].fitting(256 + 1_200 + 256 + 1_000, fromEnd: false).map(\.seq) == [1, 2])
    }
}
