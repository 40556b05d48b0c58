import Testing

@testable import SecureFormat

@Suite("Envelopes")
struct EnvelopeTests {
    private static let reference = EnvelopeReference(
        authorID: 3, clientID: [UInt8](repeating: 0xc1, count: 16), headerHash: [UInt8](repeating: 0xa2, count: 32))

    private static func header(
        clientID: [UInt8] = [UInt8](repeating: 0xc0, count: 16), counter: UInt64 = 5, kind: EnvelopeKind = .message,
        refersTo: EnvelopeReference? = nil, rosterHash: [UInt8] = [UInt8](repeating: 0xa0, count: 32),
        commitment: [UInt8] = [UInt8](repeating: 0xa1, count: 32), extensions: [FormatExtension] = []
    ) -> EnvelopeHeader {
        EnvelopeHeader(
            chatID: 0x0102_0304_0506_0708, clientID: clientID, senderID: 3, senderDeviceID: 4, counter: counter,
            rosterVersion: 6, sentAt: 7, kind: kind, refersTo: refersTo, rosterHash: rosterHash,
            commitment: commitment, extensions: extensions)
    }

    private static func envelope(
        _ header: EnvelopeHeader, ciphertext: Int = 80, signature: Int = 64
    ) -> Envelope {
        Envelope(
            header: header, ciphertext: [UInt8](repeating: 0xcc, count: ciphertext),
            signature: [UInt8](repeating: 0x55, count: signature))
    }

    @Test("a header stands byte for byte as docs/encryption.md lays it down")
    func layout() throws {
        func number(_ value: UInt8) -> [UInt8] { [0, 0, 0, 0, 0, 0, 0, value] }
        let front: [UInt8] = [1, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8] + [UInt8](repeating: 0xc0, count: 16)
        let numbers = number(3) + number(4) + number(5) + number(6) + number(7)
        let hashes = [UInt8](repeating: 0xa0, count: 32) + [UInt8](repeating: 0xa1, count: 32)
        let message = front + numbers + [2, 0] + hashes + [0, 0]
        #expect(try Self.header().encoded() == message)
        #expect(message.count == 135)

        let about = number(3) + [UInt8](repeating: 0xc1, count: 16) + [UInt8](repeating: 0xa2, count: 32)
        let edit = front + numbers + [3, 56] + about + hashes + [0, 7, 0, 1, 0, 3, 9, 8, 7]
        let extensions = [FormatExtension(type: 1, data: [9, 8, 7])]
        let header = Self.header(kind: .edit, refersTo: Self.reference, extensions: extensions)
        #expect(try header.encoded() == edit)

        let envelope = Self.envelope(header)
        let bytes = try envelope.encoded()
        #expect(bytes == edit + [0, 80] + envelope.ciphertext + envelope.signature)
        #expect(try Envelope(decoding: bytes) == envelope)
    }

    @Test("what is signed is the header and the ciphertext's hash behind a label")
    func signed() throws {
        let header = Self.header()
        let hash = [UInt8](repeating: 0xdd, count: 32)
        let bytes = try Envelope.signedBytes(header, ciphertextHash: hash)
        #expect(bytes == [19] + Array("martlet envelope v1".utf8) + (try header.encoded()) + hash)
        #expect(throws: FormatError.length) { try Envelope.signedBytes(header, ciphertextHash: [1]) }
    }

    @Test("the hash of a roster is over a label and its devices")
    func roster() throws {
        let hash = [UInt8](repeating: 0xdd, count: 32)
        let label = [17] + Array("martlet roster v1".utf8)
        #expect(try RosterDevice.hashedBytes([]) == label + [0, 0])
        let devices = [RosterDevice(deviceID: 5, certificateHash: hash)]
        #expect(try RosterDevice.hashedBytes(devices) == label + [0, 40, 0, 0, 0, 0, 0, 0, 0, 5] + hash)
        #expect(throws: FormatError.length) {
            try RosterDevice.hashedBytes([RosterDevice(deviceID: 5, certificateHash: [1])])
        }
        let most = [RosterDevice](repeating: RosterDevice(deviceID: 5, certificateHash: hash), count: 65_535 / 40)
        #expect(try RosterDevice.hashedBytes(most).count == label.count + 2 + 65_520)
        #expect(throws: FormatError.length) { try RosterDevice.hashedBytes(most + devices) }
    }

    @Test("every kind comes back as it was, with the reference that it must have", arguments: EnvelopeKind.allCases)
    func kinds(_ kind: EnvelopeKind) throws {
        let right = Self.header(kind: kind, refersTo: kind.hasReference ? Self.reference : nil)
        let bytes = try Self.envelope(right).encoded()
        #expect(try Envelope(decoding: bytes).header == right)
        let wrong = Self.header(kind: kind, refersTo: kind.hasReference ? nil : Self.reference)
        #expect(throws: EnvelopeRefusal.reference) { try wrong.check() }
        let wrongBytes = try Self.envelope(wrong).encoded()
        #expect(throws: EnvelopeRefusal.reference) { try Envelope(decoding: wrongBytes) }
    }

    @Test("numbers that are no kind are refused", arguments: Array(0...255).filter { ![1, 2, 3, 5].contains($0) })
    func unknownKinds(_ number: UInt8) throws {
        var bytes = try Self.envelope(Self.header()).encoded()
        #expect(bytes[67] == 2)
        bytes[67] = number
        #expect(throws: EnvelopeRefusal.kind) { try Envelope(decoding: bytes) }
    }

    @Test(
        "counters are from 1 to 2^53 - 1",
        arguments: [
            (0, false), (1, true), (9_007_199_254_740_991, true), (9_007_199_254_740_992, false), (.max, false),
        ] as [(UInt64, Bool)])
    func counters(_ counter: UInt64, _ isTaken: Bool) throws {
        let bytes = try Self.envelope(Self.header(counter: counter)).encoded()
        if isTaken {
            #expect(try Envelope(decoding: bytes).header.counter == counter)
        } else {
            #expect(throws: EnvelopeRefusal.counter) { try Envelope(decoding: bytes) }
        }
    }

    @Test("an edit is by the author of what it edits; a reaction is by anybody")
    func authors() throws {
        let others = EnvelopeReference(
            authorID: 8, clientID: Self.reference.clientID, headerHash: Self.reference.headerHash)
        #expect(throws: EnvelopeRefusal.author) { try Self.header(kind: .edit, refersTo: others).check() }
        try Self.header(kind: .edit, refersTo: Self.reference).check()
        try Self.header(kind: .reaction, refersTo: others).check()
    }

    @Test("extensions that are not known are passed over, unless they must be")
    func extensions() throws {
        let passed = FormatExtension(type: 0x7fff, data: [1])
        let bytes = try Self.envelope(Self.header(extensions: [passed])).encoded()
        #expect(try Envelope(decoding: bytes).header.extensions == [passed])
        let critical = FormatExtension(type: 0x8000, data: [])
        let refused = try Self.envelope(Self.header(extensions: [passed, critical])).encoded()
        #expect(throws: EnvelopeRefusal.criticalExtension) { try Envelope(decoding: refused) }
    }

    @Test("lengths have bounds", arguments: [80, 63_504])
    func bounds(_ count: Int) throws {
        let envelope = Self.envelope(Self.header(), ciphertext: count)
        #expect(try Envelope(decoding: envelope.encoded()) == envelope)
        let beyond = Self.envelope(Self.header(), ciphertext: count == 80 ? 79 : 63_505)
        #expect(throws: FormatError.length) { try beyond.encoded() }
        var bytes = try envelope.encoded()
        let wrong = UInt16(count == 80 ? 79 : 63_505)
        (bytes[135], bytes[136]) = (UInt8(wrong >> 8), UInt8(truncatingIfNeeded: wrong))
        #expect(throws: EnvelopeRefusal.malformed(.length)) { try Envelope(decoding: bytes) }
    }

    @Test("what has no encoding is not written")
    func unwritable() {
        #expect(throws: FormatError.length) { try Self.header(clientID: [1]).encoded() }
        #expect(throws: FormatError.length) { try Self.header(rosterHash: []).encoded() }
        #expect(throws: FormatError.length) { try Self.header(commitment: []).encoded() }
        let half = EnvelopeReference(authorID: 3, clientID: [1], headerHash: Self.reference.headerHash)
        #expect(throws: FormatError.length) { try Self.header(refersTo: half).encoded() }
        let whole = EnvelopeReference(authorID: 3, clientID: Self.reference.clientID, headerHash: [1])
        #expect(throws: FormatError.length) { try Self.header(refersTo: whole).encoded() }
        #expect(throws: FormatError.length) { try Self.envelope(Self.header(), signature: 63).encoded() }
    }

    @Test("cut at every length it is truncated, and a byte more is one too many")
    func cut() throws {
        let header = Self.header(
            kind: .edit, refersTo: Self.reference, extensions: [FormatExtension(type: 1, data: [9])])
        let bytes = try Self.envelope(header).encoded()
        for count in bytes.indices {
            #expect(throws: EnvelopeRefusal.malformed(.truncated)) { try Envelope(decoding: Array(bytes[..<count])) }
        }
        #expect(throws: EnvelopeRefusal.malformed(.trailingBytes)) { try Envelope(decoding: bytes + [0]) }
    }

    @Test("a changed byte is another envelope with one encoding, or none")
    func mutations() throws {
        let header = Self.header(
            kind: .edit, refersTo: Self.reference, extensions: [FormatExtension(type: 1, data: [9])])
        let envelope = Self.envelope(header)
        let bytes = try envelope.encoded()
        for index in bytes.indices {
            for bit in 0..<8 as Range<UInt8> {
                var changed = bytes
                changed[index] ^= 1 << bit
                guard let found = try? Envelope(decoding: changed) else { continue }
                #expect(found != envelope)
                #expect(try found.encoded() == changed)
            }
        }
    }
}
