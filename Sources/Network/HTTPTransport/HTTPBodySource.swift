/// What a body source has when it is asked.
public enum HTTPBodyPiece: Sendable, Equatable {
    case bytes([UInt8])
    /// Nothing yet: it calls ``HTTPExchange/bodyIsReady()`` when there is something.
    case later
    case end
    /// It cannot go on. The connection is cut off, so that the client does not take the part for the whole.
    case failed
}

/// A body that is made as it is sent, so that none of it waits in memory for a slow reader. Asked on the loop, whenever
/// the connection has room.
public protocol HTTPBodySource: AnyObject {
    /// Bytes in all. When it is nil the answer is chunked (RFC 9112 §7.1), and in HTTP/1.0 ends with the connection.
    var byteCount: Int? { get }
    /// The next piece, of at most `bytesMax` bytes.
    func next(bytesMax: Int) -> HTTPBodyPiece
}

/// A body that lies in memory, shared with whoever else sends it.
final class ArrayBodySource: HTTPBodySource {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var byteCount: Int? { bytes.count }

    func next(bytesMax: Int) -> HTTPBodyPiece {
        let end = min(bytes.count, offset + bytesMax)
        defer { offset = end }
        return offset == end ? .end : .bytes(Array(bytes[offset..<end]))
    }
}
