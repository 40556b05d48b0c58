import Testing
import WireProtocol

@Suite("Ids of messages, and entries for one device")
struct MessageIDTests {
    @Test("an id is read back as it was written")
    func roundTrip() {
        let id = MessageID(chatID: 12, seq: 34)
        #expect(id.text == "12.34")
        #expect(MessageID("12.34") == id)
        #expect(MessageID("9223372036854775807.9223372036854775807")?.seq == UInt64(Int64.max))
    }

    @Test(
        "what was never given out is no id",
        arguments: [
            "", ".", "1", "1.", ".1", "0.1", "1.0", "01.2", "1.02", "+1.2", "1.2.3", "a.b", "1. 2", "-1.2",
            "9223372036854775808.1", "1.9223372036854775808",
        ])
    func malformed(text: String) {
        #expect(MessageID(text) == nil)
    }

    @Test("a device receives its own key and no other, in the entry and in its latest edit")
    func addressing() {
        func content(_ devices: [UInt64]) -> Content {
            Content(ciphertext: [1], keys: devices.map { WrappedKey(deviceID: $0, key: [UInt8($0)]) })
        }
        let entry = Entry(latestEdit: LatestEdit(seq: 4, content: content([1, 2])), content: content([2, 3]))
        #expect(entry.hasKeys)
        #expect(
            entry.addressed(to: 2)
                == Entry(latestEdit: LatestEdit(seq: 4, content: content([2])), content: content([2])))
        #expect(entry.addressed(to: 1).content == content([]))
        #expect(entry.addressed(to: 9).hasKeys == false)
        let plain = Entry(content: Content(text: "x"))
        #expect(plain.addressed(to: 1) == plain)
        #expect(plain.hasKeys == false)
    }
}
