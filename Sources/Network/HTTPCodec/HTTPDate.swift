internal import Basics

/// Dates as HTTP writes them (IMF-fixdate, RFC 9110 §5.6.7).
public enum HTTPDate {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `seconds` since 1970, UTC.
    public static func string(seconds: UInt64) -> String {
        let day = Int(seconds / 86_400), time = Int(seconds % 86_400)
        let date = CivilDate(daysSince1970: Int64(day))
        let clock = "\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))"
        return "\(weekdays[day % 7]), \(two(Int(date.day))) \(months[Int(date.month) - 1]) \(date.year) \(clock) GMT"
    }

    /// Seconds since 1970 of a date in one of the three forms that must be read; nil when it is none.
    public static func seconds(_ text: String) -> UInt64? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: true)
        switch (parts.count, parts.last) {
        case (6, "GMT"):  // Sun, 06 Nov 1994 08:49:37 GMT
            return seconds(day: parts[1], month: parts[2], year: number(parts[3], digits: 4), clock: parts[4])
        case (4, "GMT"):  // Sunday, 06-Nov-94 08:49:37 GMT
            let date = parts[1].split(separator: "-")
            guard date.count == 3, let year = number(date[2], digits: 2) else { return nil }
            // Two digits mean the year that is not far in the future; nothing here is older than the epoch.
            return seconds(day: date[0], month: date[1], year: year < 70 ? 2000 + year : 1900 + year, clock: parts[2])
        case (5, _):  // Sun Nov  6 08:49:37 1994
            return seconds(day: parts[2], month: parts[1], year: number(parts[4], digits: 4), clock: parts[3])
        default: return nil
        }
    }

    private static func seconds(day: Substring, month: Substring, year: Int?, clock: Substring) -> UInt64? {
        let time = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard let year, year >= 1970, let month = months.firstIndex(of: String(month)),
            let day = ASCII.decimal(String(day)), (1...31).contains(day), time.count == 3,
            let hour = number(time[0], digits: 2), let minute = number(time[1], digits: 2),
            let second = number(time[2], digits: 2), hour < 24, minute < 60, second < 61
        else { return nil }
        let days = CivilDate(year: Int64(year), month: Int64(month + 1), day: Int64(day)).daysSince1970
        return UInt64(days) * 86_400 + UInt64(hour * 3_600 + minute * 60 + second)
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        text.utf8.count == digits ? ASCII.decimal(String(text)) : nil
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
