internal import Basics

/// `google.protobuf.Timestamp`: an instant in UTC. JSON is RFC 3339. Unlike other messages it keeps no unknown fields,
/// so that it is two plain numbers, and it is refused when it is out of range.
public struct Timestamp: ProtobufMessage, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public var seconds: Int64
    /// From 0 to 999,999,999, also before 1970: they count forward.
    public var nanoseconds: Int32

    /// 1970-01-01T00:00:00Z.
    public init() {
        self.init(seconds: 0)
    }

    public init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    public init(millisecondsSince1970 milliseconds: Int64) {
        let (quotient, remainder) = milliseconds.flooredQuotientAndRemainder(dividingBy: 1000)
        self.init(seconds: quotient, nanoseconds: Int32(truncatingIfNeeded: remainder * 1_000_000))
    }

    /// The whole milliseconds, rounded down. Instants that milliseconds cannot say are the nearest that they can.
    public var millisecondsSince1970: Int64 {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        let (sum, carry) = product.addingReportingOverflow(Int64(nanoseconds) / 1_000_000)
        guard !overflow, !carry else { return seconds < 0 ? .min : .max }
        return sum
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// Whether RFC 3339 can say it: the years 0001 to 9999.
    public var isValid: Bool {
        Self.validSeconds.contains(seconds) && (0..<1_000_000_000).contains(nanoseconds)
    }

    static let validSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
}

// MARK: - Binary

extension Timestamp {
    public static let protobufName: StaticString = "google.protobuf.Timestamp"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        while !reader.isAtEnd {
            let tag = try reader.readTag()
            switch tag {
            case 8: seconds = try reader.readInt64()
            case 16: nanoseconds = try reader.readInt32()
            default: try reader.skip(tag)
            }
        }
        guard isValid else { throw ProtobufError(.invalidTimestamp) }
    }

    public func write(to writer: inout BinaryWriter) {
        if nanoseconds != 0 {
            writer.writeInt32(nanoseconds)
            writer.writeTag(16)
        }
        if seconds != 0 {
            writer.writeInt64(seconds)
            writer.writeTag(8)
        }
    }
}
