internal import Glibc
internal import WireProtocol

/// What the tool wants to know of a `message.accepted` or `message.new` frame.
struct EntryFrame {
    enum Kind { case accepted, new }

    let kind: Kind
    let seq: UInt64
    /// The number that ``MessageFrame`` has put into the client id; nil when it is not one of ours.
    let number: UInt64?

    /// Finds the fields by their names without parsing the rest, as decoding would take longer than all else that the
    /// tool does with a message. Our own texts hold no quotes, so no name can be found inside of one. Nil when the
    /// frame does not look as expected: then it has to be decoded.
    init?(scanning bytes: UnsafeRawBufferPointer) {
        if Self.starts(bytes, with: #"{"type":"message.accepted","#) {
            kind = .accepted
        } else if Self.starts(bytes, with: #"{"type":"message.new","#) {
            kind = .new
        } else {
            return nil
        }
        guard let seq = Self.value(of: #""seq":""#, in: bytes), let client = Self.value(of: #""clientId":""#, in: bytes)
        else { return nil }
        self.seq = Self.decimal(seq)
        number = Self.number(client)
    }

    /// The same of a decoded frame; nil for frames of other types.
    init?(_ frame: ServerFrame) {
        let clientID: String
        switch frame.payload {
        case .messageAccepted(let accepted)?: (kind, seq, clientID) = (.accepted, accepted.seq, accepted.clientID)
        case .messageNew(let new)?: (kind, seq, clientID) = (.new, new.entry?.seq ?? 0, new.entry?.clientID ?? "")
        default: return nil
        }
        number = Array(clientID.utf8).withUnsafeBytes { Self.number($0) }
    }

    private static func starts(_ bytes: UnsafeRawBufferPointer, with prefix: StaticString) -> Bool {
        guard let base = bytes.baseAddress, bytes.count >= prefix.utf8CodeUnitCount else { return false }
        return memcmp(base, prefix.utf8Start, prefix.utf8CodeUnitCount) == 0
    }

    /// What stands behind `key`, to the end of the frame.
    private static func value(of key: StaticString, in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        let quote = UInt8(ascii: "\"")
        var rest = bytes
        while let base = rest.baseAddress, let found = memchr(base, Int32(quote), rest.count) {
            rest = UnsafeRawBufferPointer(rebasing: rest[(UnsafeRawPointer(found) - base)...])
            if starts(rest, with: key) { return UnsafeRawBufferPointer(rebasing: rest[key.utf8CodeUnitCount...]) }
            rest = UnsafeRawBufferPointer(rebasing: rest[1...])
        }
        return nil
    }

    private static func decimal(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var value: UInt64 = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
            value = value &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
        }
        return value
    }

    /// The last group of the UUID at the start of `bytes`.
    private static func number(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
        guard bytes.count >= 36 else { return nil }
        var value: UInt64 = 0
        for byte in bytes[(36 - MessageFrame.digits)..<36] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt64(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        return value
    }
}
