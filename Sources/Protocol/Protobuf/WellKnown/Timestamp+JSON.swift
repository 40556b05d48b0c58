internal import Basics

extension Timestamp {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        guard let timestamp = Timestamp(rfc3339: try reader.readText()) else {
            throw ProtobufError(.invalidTimestamp)
        }
        self = timestamp
    }

    /// Appends the instant in UTC with 0, 3, 6 or 9 digits of the second's fraction. Instants outside of the years 0001
    /// to 9999, which only this program's own code could make, are written as the nearest that are inside.
    public func writeJSON(to writer: inout JSONWriter) {
        let seconds = min(max(self.seconds, Self.validSeconds.lowerBound), Self.validSeconds.upperBound)
        let (days, secondOfDay) = seconds.flooredQuotientAndRemainder(dividingBy: 86400)
        let date = CivilDate(daysSince1970: days)
        let time = UInt32(truncatingIfNeeded: secondOfDay)
        writer.append(ASCII.quote)
        writer.writeDigits(UInt32(truncatingIfNeeded: date.year), width: 4)
        writer.append(ASCII.minus)
        writer.writeDigits(UInt32(truncatingIfNeeded: date.month), width: 2)
        writer.append(ASCII.minus)
        writer.writeDigits(UInt32(truncatingIfNeeded: date.day), width: 2)
        writer.append(UInt8(ascii: "T"))
        writer.writeDigits(time / 3600, width: 2)
        writer.append(ASCII.colon)
        writer.writeDigits(time / 60 % 60, width: 2)
        writer.append(ASCII.colon)
        writer.writeDigits(time % 60, width: 2)
        writer.writeFraction(nanoseconds: min(UInt32(max(nanoseconds, 0)), 999_999_999))
        writer.append("Z\"")
    }

    /// `2026-01-31T12:00:00.5+03:00`: RFC 3339 §5.6 in upper case, with up to nine digits of the second's fraction and
    /// no leap seconds. Nil when `text` is anything else or outside of the years 0001 to 9999.
    init?(rfc3339 text: UnsafeRawBufferPointer) {
        var scanner = RFC3339Scanner(text: text)
        guard let date = scanner.date(), scanner.take(UInt8(ascii: "T")), let time = scanner.time(),
            let nanoseconds = scanner.fraction(), let offset = scanner.offset(), scanner.isAtEnd
        else { return nil }
        self.init(seconds: date.daysSince1970 * 86400 + time - offset, nanoseconds: nanoseconds)
        guard isValid else { return nil }
    }
}

/// Reads the parts of a date and time. Every part is nil when it is not what it should be.
private struct RFC3339Scanner {
    let text: UnsafeRawBufferPointer
    var index = 0

    var isAtEnd: Bool { index == text.count }

    mutating func take(_ byte: UInt8) -> Bool {
        guard index < text.count, text[index] == byte else { return false }
        index += 1
        return true
    }

    mutating func number(digits: Int, in range: ClosedRange<Int64>) -> Int64? {
        guard text.count - index >= digits else { return nil }
        var value: Int64 = 0
        for _ in 0..<digits {
            let digit = text[index] &- ASCII.zero
            guard digit < 10 else { return nil }
            value = value * 10 + Int64(digit)
            index += 1
        }
        return range.contains(value) ? value : nil
    }

    mutating func date() -> CivilDate? {
        guard let year = number(digits: 4, in: 1...9999), take(ASCII.minus),
            let month = number(digits: 2, in: 1...12), take(ASCII.minus),
            let day = number(digits: 2, in: 1...31)
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        // A day that the month does not have is another date when counted back.
        return CivilDate(daysSince1970: date.daysSince1970) == date ? date : nil
    }

    /// The second of the day.
    mutating func time() -> Int64? {
        guard let hour = number(digits: 2, in: 0...23), take(ASCII.colon),
            let minute = number(digits: 2, in: 0...59), take(ASCII.colon),
            let second = number(digits: 2, in: 0...59)
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// The nanoseconds; 0 when there is no fraction.
    mutating func fraction() -> Int32? {
        guard take(ASCII.period) else { return 0 }
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

    /// The seconds that the local time is ahead of UTC.
    mutating func offset() -> Int64? {
        if take(UInt8(ascii: "Z")) { return 0 }
        let isAhead = take(ASCII.plus)
        guard isAhead || take(ASCII.minus), let hour = number(digits: 2, in: 0...23), take(ASCII.colon),
            let minute = number(digits: 2, in: 0...59)
        else { return nil }
        let seconds = hour * 3600 + minute * 60
        return isAhead ? seconds : -seconds
    }
}
