import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

@Suite("Counters of a chat")
struct CounterTests {
    private let now = Conversation.shared

    /// Messages 1, 2, 3 … of the phone.
    private func messages(_ count: Int) throws -> [SealedMessage] {
        var sender = Conversation.scheme
        return try (0..<count).map { _ in
            try sender.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
        }
    }

    private func open(
        _ message: SealedMessage, with scheme: inout EnvelopeScheme<OpenSSL>
    ) throws(OpenRefusal) -> OpenedContent {
        try scheme.open(
            message.content, at: Conversation.place(of: now.phone), from: now.phone, by: now.bobs, knowing: nil)
    }

    @Test("they come in any order, what is missing in between is told, none comes twice")
    func anyOrder() throws {
        let messages = try messages(6)
        var receiver = Conversation.scheme
        for (number, missing) in [(5, 0), (2, 2), (6, 2), (3, 1), (1, 1), (4, 0)] as [(Int, UInt64)] {
            #expect(try open(messages[number - 1], with: &receiver).missingCounterCount == missing)
        }
        let before = receiver
        for message in messages {
            #expect(throws: OpenRefusal.counter(.replayed)) { try open(message, with: &receiver) }
        }
        #expect(receiver == before)
    }

    @Test("another message with a counter that was seen is refused too")
    func equalCounters() throws {
        var (sender, receiver) = (Conversation.scheme, Conversation.scheme)
        let first = try sender.seal(Conversation.draft("one"), from: now.phone.local, for: now.roster)
        let second = try sender.seal(
            Conversation.draft("two", counter: first.counter), from: now.phone.local, for: now.roster)
        _ = try open(second, with: &receiver)
        #expect(throws: OpenRefusal.counter(.replayed)) { try open(first, with: &receiver) }
    }

    @Test("each device counts for itself, in each chat")
    func apart() throws {
        var receiver = Conversation.scheme
        for device in [now.phone, now.laptop] {
            var sender = Conversation.scheme
            let sealed = try sender.seal(Conversation.draft(), from: device.local, for: now.roster)
            let opened = try receiver.open(
                sealed.content, at: Conversation.place(of: device), from: device, by: now.bobs)
            #expect((opened.header.counter, opened.missingCounterCount) == (1, 0))
        }
        var (sender, other) = (EnvelopeScheme<OpenSSL>(chatID: 2), EnvelopeScheme<OpenSSL>(chatID: 2))
        let sealed = try sender.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
        #expect(sealed.counter == 1)
        _ = try other.open(sealed.content, at: Conversation.place(of: now.phone), from: now.phone, by: now.bobs)
    }

    @Test("a device whose state is an older one goes on behind what it finds of its own")
    func ownMessages() throws {
        let messages = try messages(4)
        var restored = Conversation.scheme
        _ = try restored.open(
            messages[2].content, at: Conversation.place(of: now.phone), from: now.phone, by: now.phone)
        #expect(try restored.seal(Conversation.draft(), from: now.phone.local, for: now.roster).counter == 4)
        _ = try restored.open(
            messages[0].content, at: Conversation.place(of: now.phone), from: now.phone, by: now.phone)
        #expect(try restored.seal(Conversation.draft(), from: now.phone.local, for: now.roster).counter == 5)
        // What others have sent says nothing of one's own.
        var bobs = Conversation.scheme
        _ = try open(messages[3], with: &bobs)
        #expect(try bobs.seal(Conversation.draft(), from: now.bobs.local, for: now.roster).counter == 1)
    }

    @Test("as many gaps as are kept are kept, and a counter that closes one is taken when there is no room")
    func gaps() throws {
        var attempt = OpeningAttempt(now)
        attempt.seen = (1...1_024).map { CounterRange(first: 3 * $0, last: 3 * $0) }
        for (counter, fits) in [(3_072 + 2, false), (1, false), (3_073, true), (4, true), (2, true)] {
            attempt.envelope.counter = UInt64(counter)
            var scheme = try attempt.scheme
            if fits {
                _ = try attempt.open(with: &scheme, in: now)
            } else {
                #expect(throws: OpenRefusal.counter(.gaps)) { try attempt.open(with: &scheme, in: now) }
            }
        }
    }

    @Test("the highest counter is taken")
    func highest() throws {
        var attempt = OpeningAttempt(now)
        attempt.envelope.counter = 9_007_199_254_740_991
        attempt.seen = [CounterRange(first: 1, last: 9_007_199_254_740_989)]
        var scheme = try attempt.scheme
        #expect(try attempt.open(with: &scheme, in: now).missingCounterCount == 1)
        #expect(throws: OpenRefusal.counter(.replayed)) { try attempt.open(with: &scheme, in: now) }
        let restored = try EnvelopeScheme<OpenSSL>(restoring: scheme.encodedState(), chatID: scheme.chatID)
        #expect(restored == scheme)
    }

    @Test("all devices of a chat together have a limit too")
    func limitOfAll() throws {
        var ledgers = SenderLedgers()
        let full = try #require(CounterLedger((1...1_024).map { CounterRange(first: 2 * $0, last: 2 * $0) }))
        for device in 1...256 as ClosedRange<UInt64> { ledgers.keep(full, of: device) }
        #expect(ledgers.rangeCount == 262_144)
        #expect(throws: CounterRefusal.gaps) { try ledgers.recording(1, of: 257) }
        let closing = try ledgers.recording(3, of: 7)
        ledgers.keep(closing, of: 7)
        #expect(ledgers.rangeCount == 262_143)
        ledgers.keep(try ledgers.recording(1, of: 257), of: 257)
        #expect(ledgers.rangeCount == 262_144)

        var state = EnvelopeState()
        state.ledgers = ledgers
        #expect(try EnvelopeState(decoding: state.encoded(chatID: 1), chatID: 1) == state)
        state.ledgers.keep(full, of: 258)
        let tooMany = try state.encoded(chatID: 1)
        #expect(throws: StateRefusal.counters) { try EnvelopeState(decoding: tooMany, chatID: 1) }
    }
}
