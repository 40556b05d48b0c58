internal import Basics

/// Times as logs write them.
public enum CalendarTime {
    /// `2026-11-21T01:36:00.123Z` (RFC 3339).
    public static func text(millisecondsSince1970: Int64) -> String {
        let (days, rest) = millisecondsSince1970.flooredQuotientAndRemainder(dividingBy: 86_400_000)
        let date = CivilDate(daysSince1970: days)
        let seconds = rest / 1_000
        return [
            pad(date.year, 4), "-", pad(date.month, 2), "-", pad(date.day, 2), "T", pad(seconds / 3_600, 2), ":",
            pad(seconds / 60 % 60, 2), ":", pad(seconds % 60, 2), ".", pad(rest % 1_000, 3), "Z",
        ].joined()
    }

    private static func pad(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
