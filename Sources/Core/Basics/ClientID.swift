/// The identifier that a client gives to what it sends, so that sending again changes nothing: a UUID (RFC 9562).
///
/// Version 7 is asked for, any is taken. Equal in every spelling of its letters.
public struct ClientID: Hashable, Sendable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// - Returns: nil unless `text` is 8-4-4-4-12 hexadecimal digits.
    public init?(_ text: String) {
        var digits: (UInt64, UInt64) = (0, 0)
        var digitCount = 0
        var position = 0
        for byte in text.utf8 {
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard let value = Hexadecimal.value(of: byte), digitCount < 32 else { return nil }
                if digitCount < 16 {
                    digits.0 = digits.0 << 4 | UInt64(value)
                } else {
                    digits.1 = digits.1 << 4 | UInt64(value)
                }
                digitCount += 1
            }
            position += 1
        }
        guard position == 36 else { return nil }
        self.init(high: digits.0, low: digits.1)
    }

    /// The canonical spelling, in lower case.
    public var text: String {
        var out = [UInt8]()
        out.reserveCapacity(36)
        for index in 0..<32 {
            if index == 8 || index == 12 || index == 16 || index == 20 { out.append(UInt8(ascii: "-")) }
            let word = index < 16 ? high : low
            out.append(Hexadecimal.digit(UInt8(truncatingIfNeeded: word >> UInt64(60 - (index & 15) * 4)) & 15))
        }
        return String(decoding: out, as: UTF8.self)
    }
}
