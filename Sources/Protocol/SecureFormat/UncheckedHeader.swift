/// A header of which only the encoding is known to be right.
struct UncheckedHeader {
    let chatID: UInt64
    let clientID: [UInt8]
    let senderID: UInt64
    let senderDeviceID: UInt64
    let counter: UInt64
    let rosterVersion: UInt64
    let sentAt: UInt64
    let kind: UInt8
    let refersTo: EnvelopeReference?
    let rosterHash: [UInt8]
    let commitment: [UInt8]
    let extensions: [FormatExtension]

    init(_ reader: inout FormatReader) throws(FormatError) {
        guard try reader.uint8() == EnvelopeHeader.version else { throw .version }
        guard EnvelopeSuite(rawValue: try reader.uint16()) != nil else { throw .suite }
        chatID = try reader.uint64()
        clientID = try reader.fixed(EnvelopeHeader.clientIDByteCount)
        senderID = try reader.uint64()
        senderDeviceID = try reader.uint64()
        counter = try reader.uint64()
        rosterVersion = try reader.uint64()
        sentAt = try reader.uint64()
        kind = try reader.uint8()
        refersTo = try EnvelopeReference.decodeList(&reader)
        rosterHash = try reader.fixed(EnvelopeHeader.hashByteCount)
        commitment = try reader.fixed(EnvelopeHeader.commitmentByteCount)
        extensions = try FormatExtension.decodeList(&reader)
    }

    func checked() throws(EnvelopeRefusal) -> EnvelopeHeader {
        // In front of the kind: what an extension that must be understood says may be of the kind too.
        for one in extensions where one.isCritical { throw .criticalExtension }
        guard let kind = EnvelopeKind(rawValue: kind) else { throw .kind }
        let header = EnvelopeHeader(
            chatID: chatID, clientID: clientID, senderID: senderID, senderDeviceID: senderDeviceID, counter: counter,
            rosterVersion: rosterVersion, sentAt: sentAt, kind: kind, refersTo: refersTo, rosterHash: rosterHash,
            commitment: commitment, extensions: extensions)
        try header.check()
        return header
    }
}
