/// Takes a body out of input that comes in any pieces.
struct HTTPBodyDecoder: Sendable {
    private enum State: Equatable, Sendable {
        case fixed(left: Int)
        case untilClose
        case size(value: Int, digits: Int)
        case chunkExtension(size: Int)
        case sizeLineFeed(size: Int)
        case data(left: Int)
        case dataReturn
        case dataLineFeed
        case trailerStart
        case trailerName
        case trailerValue
        case trailerLineFeed
        case lastLineFeed
        case done
    }

    private let limits: HTTPLimits
    private var state: State
    private var extensionBytes = 0
    private var trailerBytes = 0
    /// What has come so far.
    private(set) var body: [UInt8] = []

    init(framing: HTTPBodyFraming, limits: HTTPLimits) {
        self.limits = limits
        state =
            switch framing {
            case .none: .done
            case .length(let length): length == 0 ? .done : .fixed(left: length)
            case .chunked: .size(value: 0, digits: 0)
            case .untilClose: .untilClose
            }
    }

    var isDone: Bool { state == .done }

    /// See ``HTTPRequestDecoder/bodyBytesExpected(beyond:)``.
    func bytesExpected(beyond unaskedBytes: Int) -> Int {
        if case .fixed(let left) = state { return left + body.count }
        return body.count > unaskedBytes ? limits.bodyBytesMax : 0
    }

    private static let tooLong = HTTPDecodeError(status: 413, reason: "the body is too long")

    /// The body ends where the connection does.
    var endsWithConnection: Bool { state == .untilClose }

    /// Returns how many bytes were consumed.
    mutating func decode(_ bytes: UnsafeRawBufferPointer) throws(HTTPDecodeError) -> Int {
        var offset = 0
        while offset < bytes.count, state != .done {
            switch state {
            case .fixed(let left):
                let taken = try take(bytes, from: offset, atMost: left)
                offset += taken
                state = taken == left ? .done : .fixed(left: left - taken)
            case .untilClose: offset += try take(bytes, from: offset, atMost: .max)
            case .data(let left):
                let taken = try take(bytes, from: offset, atMost: left)
                offset += taken
                state = taken == left ? .dataReturn : .data(left: left - taken)
            default:
                try step(bytes[offset])
                offset += 1
            }
        }
        return offset
    }

    private mutating func take(
        _ bytes: UnsafeRawBufferPointer, from offset: Int, atMost left: Int
    ) throws(HTTPDecodeError) -> Int {
        let count = min(left, bytes.count - offset)
        if count > limits.bodyBytesMax - body.count {
            throw Self.tooLong
        }
        body.append(contentsOf: bytes[offset..<offset + count])
        return count
    }

    /// One byte of what stands around the chunks (RFC 9112 §7.1).
    private mutating func step(_ byte: UInt8) throws(HTTPDecodeError) {
        switch state {
        case .size(let value, let digits): try stepSize(byte, value, digits)
        case .chunkExtension(let size):
            extensionBytes += 1
            if extensionBytes > limits.chunkExtensionBytesMax { throw .bad("the chunk extensions are too long") }
            if byte == ASCII.carriageReturn {
                state = .sizeLineFeed(size: size)
            } else if !ASCII.isFieldContent(byte) {
                throw .bad("a control character in a chunk extension")
            }
        case .sizeLineFeed(let size):
            try expect(byte, ASCII.lineFeed)
            state = size == 0 ? .trailerStart : .data(left: size)
        case .dataReturn:
            try expect(byte, ASCII.carriageReturn)
            state = .dataLineFeed
        case .dataLineFeed:
            try expect(byte, ASCII.lineFeed)
            state = .size(value: 0, digits: 0)
        case .trailerStart, .trailerName, .trailerValue: try stepTrailer(byte)
        case .trailerLineFeed:
            try expect(byte, ASCII.lineFeed)
            state = .trailerStart
        case .lastLineFeed:
            try expect(byte, ASCII.lineFeed)
            state = .done
        case .fixed, .untilClose, .data, .done: break
        }
    }

    private mutating func stepSize(_ byte: UInt8, _ value: Int, _ digits: Int) throws(HTTPDecodeError) {
        if let digit = ASCII.hexValue(byte) {
            // Leading zeros are bounded too: a size line must not go on for ever.
            if digits == 16 { throw .bad("a chunk size is too long") }
            if value > limits.bodyBytesMax { throw Self.tooLong }
            state = .size(value: value << 4 | Int(digit), digits: digits + 1)
            return
        }
        if digits == 0 { throw .bad("a chunk without size") }
        if value > limits.bodyBytesMax - body.count {
            throw Self.tooLong
        }
        switch byte {
        case ASCII.carriageReturn: state = .sizeLineFeed(size: value)
        case UInt8(ascii: ";"): state = .chunkExtension(size: value)
        default: throw .bad("a chunk size is not a number")
        }
    }

    /// Trailers have the form of header fields (RFC 9112 §7.1.2). What they say is dropped: a field that comes behind
    /// the body must not change how the request is understood.
    private mutating func stepTrailer(_ byte: UInt8) throws(HTTPDecodeError) {
        trailerBytes += 1
        if trailerBytes > limits.trailerBytesMax {
            throw HTTPDecodeError(status: 431, reason: "the trailers are too long")
        }
        switch state {
        case .trailerStart where byte == ASCII.carriageReturn: state = .lastLineFeed
        case .trailerValue where byte == ASCII.carriageReturn: state = .trailerLineFeed
        case .trailerName where byte == UInt8(ascii: ":"): state = .trailerValue
        case .trailerStart where ASCII.isToken(byte): state = .trailerName
        case .trailerName where ASCII.isToken(byte): break
        case .trailerValue where ASCII.isFieldContent(byte): break
        default: throw .bad("a malformed trailer")
        }
    }

    private func expect(_ byte: UInt8, _ expected: UInt8) throws(HTTPDecodeError) {
        if byte != expected { throw .bad("a malformed chunk") }
    }
}
