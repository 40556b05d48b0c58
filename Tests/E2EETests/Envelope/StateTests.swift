import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

@Suite("The state of a chat")
struct StateTests {
    /// Written without the product's codec.
    struct Written: Sendable {
        var version: UInt8 = 1
        var chatID: UInt64 = 9
        var nextCounter: UInt64 = 4
        var senders: [(deviceID: UInt64, ranges: [(UInt64, UInt64)])] = [(5, [(1, 2), (4, 4)]), (6, [(7, 9)])]

        var bytes: [UInt8] {
            let list = senders.flatMap { sender in
                BigEndian.bytes(sender.deviceID)
                    + BigEndian.long(sender.ranges.flatMap { BigEndian.bytes($0) + BigEndian.bytes($1) })
            }
            let length = BigEndian.bytes(UInt32(list.count)).dropFirst()
            return [version] + BigEndian.bytes(chatID) + BigEndian.bytes(nextCounter) + length + list
        }
    }

    struct Fault: CustomTestStringConvertible, Sendable {
        let cause: String
        let name: String
        let bytes: [UInt8]

        init(_ cause: String, _ name: String, _ spoil: (inout Written) -> Void) {
            var written = Written()
            spoil(&written)
            self.init(cause, name, bytes: written.bytes)
        }

        init(_ cause: String, _ name: String, bytes: [UInt8]) {
            (self.cause, self.name, self.bytes) = (cause, name, bytes)
        }

        var testDescription: String { "\(cause): \(name)" }
    }

    static let faults = [
        Fault("state.truncated", "no bytes", bytes: []),
        Fault(
            "state.truncated", "half a range",
            bytes: Written(senders: []).bytes.dropLast(3) + [0, 0, 18]
                + ([
                    0, 0, 0, 0, 0, 0, 0, 1, 0, 16, 0, 0, 0, 0, 0, 0, 0, 1,
                ] as [UInt8])),
        Fault("state.trailing_bytes", "a byte behind it", bytes: Written().bytes + [0]),
        Fault("state.length", "a device without ranges") { $0.senders[0].ranges = [] },
        Fault("state.length", "1,025 ranges of one device") {
            $0.senders[0].ranges = (1...1_025).map { (2 * $0, 2 * $0) }
        },
        Fault(
            "state.length", "more bytes than there can be",
            bytes: Written(senders: []).bytes.dropLast(3) + [0x68, 0, 1]),
        Fault("state.version", "version 2") { $0.version = 2 },
        Fault("state.chat", "of another chat") { $0.chatID = 8 },
        Fault("state.counters", "the next one is 0") { $0.nextCounter = 0 },
        Fault("state.counters", "the next one is above 2^53") { $0.nextCounter = (1 << 53) + 1 },
        Fault("state.counters", "0 was seen") { $0.senders[0].ranges = [(0, 2)] },
        Fault("state.counters", "2^53 was seen") { $0.senders[0].ranges = [(1, 1 << 53)] },
        Fault("state.counters", "the highest number was seen") { $0.senders[0].ranges = [(1, .max), (1, 1)] },
        Fault("state.counters", "a range that falls") { $0.senders[0].ranges = [(2, 1)] },
        Fault("state.counters", "ranges that touch") { $0.senders[0].ranges = [(1, 2), (3, 3)] },
        Fault("state.counters", "ranges that overlap") { $0.senders[0].ranges = [(1, 3), (3, 4)] },
        Fault("state.counters", "ranges that fall") { $0.senders[0].ranges = [(5, 6), (1, 2)] },
        Fault("state.counters", "one device twice") { $0.senders[1].deviceID = 5 },
        Fault("state.counters", "devices that fall") { $0.senders[1].deviceID = 4 },
    ]

    @Test("what is no state is refused for its reason", arguments: faults)
    func refused(_ fault: Fault) {
        let refusal = #expect(throws: StateRefusal.self) {
            try EnvelopeScheme<OpenSSL>(restoring: fault.bytes, chatID: 9)
        }
        #expect(refusal?.cause.description == fault.cause)
    }

    @Test("it is as docs/encryption.md lays it down, and comes back as it was")
    func roundTrip() throws {
        let scheme = try EnvelopeScheme<OpenSSL>(restoring: Written().bytes, chatID: 9)
        #expect(scheme.state.nextCounter == 4)
        #expect(scheme.state.ledgers.ledger(of: 5).ranges == [.init(first: 1, last: 2), .init(first: 4, last: 4)])
        #expect(scheme.state.ledgers.ledger(of: 6).missingCount == 0)
        #expect(try scheme.encodedState() == Written().bytes)
        #expect(try EnvelopeScheme<OpenSSL>(chatID: 9).encodedState() == Written(nextCounter: 1, senders: []).bytes)
        let full = Written(nextCounter: 1 << 53, senders: [(1, (1...1_024).map { (2 * $0, 2 * $0) })])
        #expect(try EnvelopeScheme<OpenSSL>(restoring: full.bytes, chatID: 9).encodedState() == full.bytes)
    }

    @Test("it knows after a restart what it knew before")
    func restart() throws {
        let now = Conversation.shared
        var (sender, receiver) = (Conversation.scheme, Conversation.scheme)
        let place = Conversation.place(of: now.phone)
        for counter in 1...4 as ClosedRange<UInt64> {
            let sealed = try sender.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
            #expect(sealed.counter == counter)
            sender = try EnvelopeScheme(restoring: sender.encodedState(), chatID: sender.chatID)
            if counter == 3 { continue }
            _ = try receiver.open(sealed.content, at: place, from: now.phone, by: now.bobs)
            receiver = try EnvelopeScheme(restoring: receiver.encodedState(), chatID: receiver.chatID)
            #expect(throws: OpenRefusal.counter(.replayed)) {
                try receiver.open(sealed.content, at: place, from: now.phone, by: now.bobs)
            }
        }
        let ledger = receiver.state.ledgers.ledger(of: now.phone.record.deviceID)
        #expect(ledger.missingCount == 1)
    }

    @Test("damage is refused, or is another state with one encoding")
    func damage() throws {
        let right = Written().bytes
        let scheme = try EnvelopeScheme<OpenSSL>(restoring: right, chatID: 9)
        for index in right.indices {
            #expect(throws: StateRefusal.malformed(.truncated)) {
                try EnvelopeScheme<OpenSSL>(restoring: Array(right[..<index]), chatID: 9)
            }
            for bit in 0..<8 as Range<UInt8> {
                var bytes = right
                bytes[index] ^= 1 << bit
                guard let found = try? EnvelopeScheme<OpenSSL>(restoring: bytes, chatID: 9) else { continue }
                #expect(found != scheme)
                #expect(try found.encodedState() == bytes)
            }
        }
    }
}
