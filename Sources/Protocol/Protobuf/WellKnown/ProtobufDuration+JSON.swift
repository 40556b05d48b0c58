extension ProtobufDuration {
    /// What JSON can say: about 10,000 years.
    private static let validSeconds: ClosedRange<Int64> = -315_576_000_000...315_576_000_000

    /// `1.5s`: a decimal number of seconds, with at most nine digits of fraction.
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        guard let duration = ProtobufDuration(text: try reader.readText()) else {
            throw ProtobufError(.invalidDuration)
        }
        seconds = duration.seconds
        nanos = duration.nanos
    }

    private init?(text: UnsafeRawBufferPointer) {
        var index = 0
        let isNegative = text.first == ASCII.minus
        if isNegative { index += 1 }
        var whole: Int64 = 0
        let first = index
        while index < text.count, text[index] &- ASCII.zero < 10 {
            whole = whole * 10 + Int64(text[index] &- ASCII.zero)
            guard Self.validSeconds.contains(whole) else { return nil }
            index += 1
        }
        guard index > first else { return nil }
        var fraction: Int32 = 0
        if index < text.count, text[index] == ASCII.period {
            index += 1
            guard let digits = Self.fraction(text, at: &index) else { return nil }
            fraction = digits
        }
        guard index == text.count - 1, text[index] == UInt8(ascii: "s") else { return nil }
        self.init(seconds: isNegative ? -whole : whole, nanos: isNegative ? -fraction : fraction)
    }

    private static func fraction(_ text: UnsafeRawBufferPointer, at index: inout Int) -> Int32? {
        var value: Int32 = 0
        var digits = 0
        while index < text.count, text[index] &- ASCII.zero < 10 {
            guard digits < 9 else { return nil }
            value = value * 10 + Int32(text[index] &- ASCII.zero)
            digits += 1
            index += 1
        }
        guard digits > 0 else { return nil }
        for _ in digits..<9 { value *= 10 }
        return value
    }

    /// Whether JSON can say it: the parts have the same sign and are in range.
    public var isValid: Bool {
        Self.validSeconds.contains(seconds) && (-999_999_999...999_999_999).contains(nanos)
            && (seconds == 0 || nanos == 0 || (seconds < 0) == (nanos < 0))
    }

    /// A duration that JSON cannot say, which only this program's own code or a faulty peer could make, is `0s`.
    public func writeJSON(to writer: inout JSONWriter) {
        guard isValid else {
            writer.isFaithful = false
            return writer.append("\"0s\"")
        }
        writer.append(ASCII.quote)
        if seconds < 0 || nanos < 0 { writer.append(ASCII.minus) }
        writer.writeDigits(seconds.magnitude)
        writer.writeFraction(nanoseconds: nanos.magnitude)
        writer.append("s\"")
    }
}
