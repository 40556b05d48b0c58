import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

@Suite("Sealing and opening")
struct SealingTests {
    private let now = Conversation.shared

    @Test("every device of the roster opens what one of them sealed")
    func roundTrip() throws {
        var sender = Conversation.scheme
        let sealed = try sender.seal(Conversation.draft("Hello, Bob"), from: now.phone.local, for: now.roster)
        #expect(sealed.content.keys.map(\.deviceID) == now.roster.devices.map(\.deviceID))
        #expect(sealed.content.rosterVersion == 12)
        for device in [now.bobs, now.laptop, now.phone] {
            var scheme = Conversation.scheme
            let opened = try scheme.open(
                sealed.content, at: Conversation.place(of: now.phone), from: now.phone, by: device, knowing: now.roster)
            #expect(opened.content == Array("Hello, Bob".utf8))
            #expect(opened.header.senderID == now.alice.userID)
            #expect(opened.header.senderDeviceID == now.phone.record.deviceID)
            #expect(opened.header.sentAt == 1_800_000_000_123)
            #expect((opened.header.counter, opened.missingCounterCount) == (1, 0))
            #expect((opened.rosterDiffers, opened.isTargetCompared) == (false, true))
            #expect(opened.reference == sealed.reference)
        }
    }

    @Test("rosters of one, two and 64 devices are sealed for", arguments: [1, 2, 64])
    func sizes(_ count: Int) throws {
        let devices = try (0..<count).map { try now.alice.device(UInt64(1_000 + $0), rsa: TestKeys.rsa2048[$0 % 3]) }
        let roster = try Roster<OpenSSL>.checked(
            version: 1, devices: devices.map(\.record), identityKeys: [now.alice.identityKey])
        var sender = Conversation.scheme
        let first = try #require(devices.first)
        let sealed = try sender.seal(Conversation.draft(), from: first.local, for: roster)
        #expect(sealed.content.keys.count == count)
        for device in devices {
            var scheme = Conversation.scheme
            let opened = try scheme.open(
                sealed.content, at: Conversation.place(of: first), from: first, by: device)
            #expect(opened.content == Array("Hello".utf8))
        }
    }

    @Test("content of every length up to the largest is sealed, in as many bytes as its bucket has")
    func lengths() throws {
        for (count, padded) in [(0, 64), (63, 64), (64, 72), (1_000, 1_024), (63_486, 63_488), (63_487, 63_488)] {
            let content = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            let draft = Draft(clientID: Conversation.clientID, kind: .message, sentAt: 0, content: content)
            var (sender, receiver) = (Conversation.scheme, Conversation.scheme)
            let sealed = try sender.seal(draft, from: now.phone.local, for: now.roster)
            #expect(try Envelope(decoding: sealed.content.ciphertext).ciphertext.count == padded + 16)
            let opened = try receiver.open(
                sealed.content, at: Conversation.place(of: now.phone), from: now.phone, by: now.bobs)
            #expect(opened.content == content)
        }
    }

    @Test("nothing is sealed twice in the same way")
    func fresh() throws {
        var sender = Conversation.scheme
        let first = try sender.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
        let second = try sender.seal(
            Conversation.draft(counter: first.counter), from: now.phone.local, for: now.roster)
        let envelopes = try [first, second].map { try Envelope(decoding: $0.content.ciphertext) }
        #expect(envelopes[0].header.commitment != envelopes[1].header.commitment)
        #expect(envelopes[0].ciphertext != envelopes[1].ciphertext)
        #expect(zip(first.content.keys, second.content.keys).allSatisfy { $0.key != $1.key })
    }

    @Test("counters rise by one; who seals again keeps the first one, and only one that was given out")
    func counters() throws {
        var sender = Conversation.scheme
        for counter in 1...3 as ClosedRange<UInt64> {
            let sealed = try sender.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
            #expect(sealed.counter == counter)
        }
        let before = sender
        let again = try sender.seal(Conversation.draft(counter: 2), from: now.phone.local, for: now.roster)
        #expect(again.counter == 2)
        #expect(try Envelope(decoding: again.content.ciphertext).header.counter == 2)
        #expect(sender == before, "nothing new was given out")
        for counter in [0, 4, .max] as [UInt64] {
            #expect(throws: SealRefusal.envelope(.counter)) {
                try sender.seal(Conversation.draft(counter: counter), from: now.phone.local, for: now.roster)
            }
        }
        #expect(sender == before)
    }

    @Test("the last counter is given out, and none behind it")
    func exhausted() throws {
        var sender = Conversation.scheme
        sender.state.nextCounter = 9_007_199_254_740_991
        let last = try sender.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
        #expect(last.counter == 9_007_199_254_740_991)
        #expect(throws: SealRefusal.exhausted) {
            try sender.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
        }
        var restored = try EnvelopeScheme<OpenSSL>(restoring: sender.encodedState(), chatID: sender.chatID)
        #expect(throws: SealRefusal.exhausted) {
            try restored.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
        }
        #expect(
            try restored.seal(Conversation.draft(counter: last.counter), from: now.phone.local, for: now.roster).counter
                == last.counter)
    }

    @Test("the message is not sealed for whom the roster does not have", arguments: SealingFault.all)
    func refused(_ fault: SealingFault) throws {
        var sender = Conversation.scheme
        let refusal = #expect(throws: SealRefusal.self) { try fault.seal(&sender, now) }
        #expect(refusal?.cause.description == fault.cause)
        #expect(sender.state.nextCounter == (fault.cause == "counter.exhausted" ? 1 << 53 : 1))
    }

    @Test("when a primitive fails no counter is given out", arguments: PrimitiveFault.all)
    func failing(_ fault: PrimitiveFault) {
        let outcome = fault.outcome(now)
        #expect(outcome.cause == fault.cause)
        #expect(outcome.state == EnvelopeState())
    }

    @Test("a device without the message among its keys reads nothing")
    func outsider() throws {
        var (sender, receiver) = (Conversation.scheme, Conversation.scheme)
        let roster = try Roster<OpenSSL>.checked(
            version: 1, devices: [now.phone.record], identityKeys: [now.alice.identityKey])
        let sealed = try sender.seal(Conversation.draft(), from: now.phone.local, for: roster)
        #expect(throws: OpenRefusal.keyMissing) {
            try receiver.open(sealed.content, at: Conversation.place(of: now.phone), from: now.phone, by: now.bobs)
        }
    }
}
