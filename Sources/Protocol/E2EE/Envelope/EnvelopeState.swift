internal import SecureFormat

/// What a device keeps of one chat between messages. Layout: docs/encryption.md.
struct EnvelopeState: Equatable, Sendable {
    static let version: UInt8 = 1

    /// Of the next envelope of this device; one above the highest there is when all are used.
    var nextCounter = EnvelopeHeader.counters.lowerBound
    var ledgers = SenderLedgers()

    init() {}

    init(decoding bytes: [UInt8], chatID: UInt64) throws(StateRefusal) {
        let (chat, counter, senders): (UInt64, UInt64, [SenderLedgers.Sender?])
        do throws(FormatError) {
            var reader = FormatReader(bytes)
            guard try reader.uint8() == Self.version else { throw FormatError.version }
            chat = try reader.uint64()
            counter = try reader.uint64()
            senders = try SenderLedgers.decodeList(&reader)
            try reader.finish()
        } catch {
            throw .malformed(error)
        }
        guard chat == chatID else { throw .chat }
        let counters = EnvelopeHeader.counters
        let known = senders.compactMap { $0 }
        guard counter >= counters.lowerBound, counter <= counters.upperBound + 1, known.count == senders.count,
            let ledgers = SenderLedgers(known)
        else { throw .counters }
        nextCounter = counter
        self.ledgers = ledgers
    }

    func encoded(chatID: UInt64) throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        writer.uint8(Self.version)
        writer.uint64(chatID)
        writer.uint64(nextCounter)
        try ledgers.encodeList(to: &writer)
        return writer.bytes
    }
}
