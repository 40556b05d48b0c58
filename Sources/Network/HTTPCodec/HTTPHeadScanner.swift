/// Finds the end of a head, over input that comes in any pieces, and refuses line ends that proxies disagree about.
///
/// Remembers how far it has looked, so that a head that dribbles in is not looked through again and again.
struct HTTPHeadScanner: Sendable {
    enum Outcome: Equatable {
        case needMore
        /// The head is the first `length` bytes, the closing empty line included.
        case found(length: Int)
        case failure(HTTPDecodeError)
    }

    private var scanned = 0
    private var lineStart = 0
    private var hasLine = false

    /// `bytes` begins where the head begins, and holds what it held in earlier calls.
    mutating func scan(_ bytes: UnsafeRawBufferPointer, limit: Int) -> Outcome {
        let end = min(bytes.count, limit)
        while scanned < end {
            let index = scanned
            let byte = bytes[index]
            if index > 0, bytes[index - 1] == ASCII.carriageReturn, byte != ASCII.lineFeed {
                return .failure(.bad("a carriage return alone"))
            }
            scanned += 1
            guard byte == ASCII.lineFeed else { continue }
            guard index > 0, bytes[index - 1] == ASCII.carriageReturn else {
                return .failure(.bad("a line feed without a carriage return"))
            }
            // An empty first line is the start line's fault, told by the parser.
            if index - 1 == lineStart { return .found(length: scanned) }
            lineStart = scanned
            hasLine = true
        }
        if end < limit { return .needMore }
        return .failure(
            hasLine
                ? HTTPDecodeError(status: 431, reason: "the head is too long")
                : HTTPDecodeError(status: 414, reason: "the start line is too long"))
    }
}
