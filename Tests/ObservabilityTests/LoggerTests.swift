import Basics
import Synchronization
import Testing

@testable import Observability

/// Takes the lines that a logger writes.
private final class Lines: Sendable {
    private let taken = Mutex<[String]>([])

    var all: [String] { taken.withLock { $0 } }

    func logger(minimum: LogLevel) -> Logger {
        Logger(minimum: minimum, clock: WallClock { 1_795_224_960_123 }) { line in
            self.taken.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
        }
    }
}

@Suite("The log")
struct LoggerTests {
    private static let start = #"{"time":"2026-11-21T01:36:00.123Z","level":"#

    /// The only field of a line that has one.
    private static func field(_ value: LogValue) -> String {
        let lines = Lines()
        lines.logger(minimum: .info).info("m", ["f": value])
        let line = lines.all.joined()
        let before = start + #""info","message":"m","f":"#
        #expect(line.hasPrefix(before) && line.hasSuffix("}\n"))
        return String(line.dropFirst(before.count).dropLast(2))
    }

    @Test("a line is one JSON object with time, level and message, and ends with one line feed")
    func lineWithoutFields() {
        let lines = Lines()
        lines.logger(minimum: .debug).info("The server is ready.")
        #expect(lines.all == [Self.start + #""info","message":"The server is ready."}"# + "\n"])
    }

    @Test("fields follow in the order in which they were written")
    func lineWithFields() {
        let lines = Lines()
        lines.logger(minimum: .debug).error(
            "No room.", ["path": .system("/data"), "free": .integer(0), "a": .boolean(true)])
        #expect(
            lines.all == [
                Self.start + #""error","message":"No room.","path":"/data","free":0,"a":true}"# + "\n"
            ])
    }

    @Test("every kind of value has its form")
    func valueKinds() {
        #expect(Self.field(.literal("word")) == #""word""#)
        #expect(Self.field(.system("/a b")) == #""/a b""#)
        #expect(Self.field(.identifier(.max)) == #""18446744073709551615""#)
        #expect(Self.field(.integer(-7)) == "-7")
        #expect(Self.field(.boolean(true)) == "true")
        #expect(Self.field(.boolean(false)) == "false")
    }

    @Test("milliseconds have three decimal places at most, and are never a word that JSON does not have")
    func milliseconds() {
        #expect(Self.field(.milliseconds(1.5)) == "1.5")
        #expect(Self.field(.milliseconds(0.123_456)) == "0.123")
        #expect(Self.field(.milliseconds(0)) == "0.0")
        #expect(Self.field(.milliseconds(.nan)) == "null")
        #expect(Self.field(.milliseconds(.infinity)) == "null")
        #expect(Self.field(.milliseconds(-.greatestFiniteMagnitude)) == "null")
    }

    @Test("quotes, backslashes and control characters are escaped, so that a line stays one line")
    func escaping() {
        #expect(Self.field(.system(#"a"b\c"#)) == #""a\"b\\c""#)
        #expect(Self.field(.system("a\nb\rc\td\0e")) == #""a\u000ab\u000dc\u0009d\u0000e""#)
        #expect(Self.field(.system("\u{1F}\u{20}\u{7E}\u{7F}")) == #""\u001f ~\u007f""#)
    }

    @Test("text beyond ASCII stands as it is")
    func unicode() {
        #expect(Self.field(.system("Zürich 🐦 日本")) == #""Zürich 🐦 日本""#)
    }

    @Test("a logger writes its minimum and what is above, and nothing below", arguments: LogLevel.allCases)
    func threshold(minimum: LogLevel) {
        let lines = Lines()
        let logger = lines.logger(minimum: minimum)
        logger.debug("m")
        logger.info("m")
        logger.warning("m")
        logger.error("m")
        let expected = LogLevel.allCases.filter { $0.rawValue >= minimum.rawValue }
        #expect(lines.all == expected.map { Self.start + "\"\($0.name)\",\"message\":\"m\"}\n" })
    }

    @Test("levels are known by their names", arguments: zip(["debug", "info", "warning", "error"], LogLevel.allCases))
    func levelNames(name: String, level: LogLevel) {
        #expect(LogLevel(name: name) == level)
        #expect(level.name == name)
    }

    @Test("other names are no levels", arguments: ["", "Info", "warn", "trace", "error "])
    func otherLevelNames(name: String) {
        #expect(LogLevel(name: name) == nil)
    }

    @Test("a line that is written on behalf of a request names it, and its trace")
    func scope() {
        let lines = Lines()
        LogScope.$current.withValue(LogScope(requestID: "r-1", traceID: "ab")) {
            lines.logger(minimum: .info).info("m", ["f": .integer(1)])
        }
        lines.logger(minimum: .info).info("m")
        #expect(
            lines.all == [
                Self.start + #""info","message":"m","f":1,"request_id":"r-1","trace_id":"ab"}"# + "\n",
                Self.start + #""info","message":"m"}"# + "\n",
            ])
    }
}
