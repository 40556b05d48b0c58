public import Basics
internal import Glibc
internal import Synchronization

/// How much a line matters. `error` means that a human should look.
public enum LogLevel: Int, Sendable, Comparable, CaseIterable {
    case debug, info, warning, error

    public var name: String {
        switch self {
        case .debug: "debug"
        case .info: "info"
        case .warning: "warning"
        case .error: "error"
        }
    }

    public init?(name: String) {
        guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = level
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A value that may stand in a log. There is no case for text of users, tokens or keys, and none can be made from an
/// arbitrary string: `literal` takes what stands in our source, `system` what the system reported.
public enum LogValue: Sendable {
    case literal(StaticString)
    /// An error text, path or address that came from the operating system, a library or the operator's configuration.
    case system(String)
    case identifier(UInt64)
    case integer(Int)
    case milliseconds(Double)
    case boolean(Bool)
}

/// Writes one JSON object per line to standard error. May be used from any thread.
///
/// Fields: `time` (RFC 3339 UTC), `level`, `message`, those of the line, then `request_id` and `trace_id` of the
/// `LogScope` that it is written in. docs/OBSERVABILITY.md lists them.
public struct Logger: Sendable {
    /// Shared by all copies.
    private final class Minimum: Sendable {
        let level: Atomic<Int>

        init(_ minimum: LogLevel) { level = Atomic(minimum.rawValue) }
    }

    private let minimum: Minimum
    private let clock: WallClock
    private let write: @Sendable ([UInt8]) -> Void

    /// - Parameter write: takes one whole line; the default writes it to standard error with one system call, so that
    ///   lines of several threads do not mix.
    public init(
        minimum: LogLevel, clock: WallClock = .system,
        write: @escaping @Sendable ([UInt8]) -> Void = Logger.writeToStandardError
    ) {
        self.minimum = Minimum(minimum)
        self.clock = clock
        self.write = write
    }

    /// Changes what is left out, for all copies of this logger.
    public func setMinimum(_ level: LogLevel) {
        minimum.level.store(level.rawValue, ordering: .relaxed)
    }

    public func debug(_ message: StaticString, _ fields: KeyValuePairs<StaticString, LogValue> = [:]) {
        log(.debug, message, fields)
    }

    public func info(_ message: StaticString, _ fields: KeyValuePairs<StaticString, LogValue> = [:]) {
        log(.info, message, fields)
    }

    public func warning(_ message: StaticString, _ fields: KeyValuePairs<StaticString, LogValue> = [:]) {
        log(.warning, message, fields)
    }

    public func error(_ message: StaticString, _ fields: KeyValuePairs<StaticString, LogValue> = [:]) {
        log(.error, message, fields)
    }

    private func log(_ level: LogLevel, _ message: StaticString, _ fields: KeyValuePairs<StaticString, LogValue>) {
        guard level.rawValue >= minimum.level.load(ordering: .relaxed) else { return }
        var line = LogLine()
        line.add("time", string: CalendarTime.text(millisecondsSince1970: clock.millisecondsSince1970()))
        line.add("level", string: level.name)
        line.add("message", string: message.description)
        for (name, value) in fields { line.add(name.description, value) }
        if let scope = LogScope.current {
            line.add("request_id", string: scope.requestID)
            if let traceID = scope.traceID { line.add("trace_id", string: traceID) }
        }
        write(line.finish())
    }

    public static let writeToStandardError: @Sendable ([UInt8]) -> Void = { line in
        line.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(2, bytes.baseAddress?.advanced(by: written), bytes.count - written)
                // A log that nobody can take must not stop the server.
                if count <= 0 { return }
                written += count
            }
        }
    }
}
