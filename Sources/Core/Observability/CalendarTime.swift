/// Dates of the proleptic Gregorian calendar, without a library.
public enum CalendarTime {
    /// `2026-11-21T01:36:00.123Z` (RFC 3339).
    public static func text(millisecondsSince1970: Int64) -> String {
        let (days, rest) = divide(millisecondsSince1970, by: 86_400_000)
        let date = civilDate(daysSince1970: days)
        let seconds = rest / 1_000
        return [
            pad(date.year, 4), "-", pad(date.month, 2), "-", pad(date.day, 2), "T", pad(seconds / 3_600, 2), ":",
            pad(seconds / 60 % 60, 2), ":", pad(seconds % 60, 2), ".", pad(rest % 1_000, 3), "Z",
        ].joined()
    }

    private static func divide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func pad(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Days are counted in eras of 400 years that start on 1 March, so that the leap day is the last of its year.
    private static func civilDate(daysSince1970: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = divide(daysSince1970 + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
