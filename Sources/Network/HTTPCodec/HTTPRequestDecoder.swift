/// Requests out of a stream of bytes (RFC 9112), one after the other. A pure value; does no input or output.
///
/// Strict where implementations disagree, because disagreement is what request smuggling is made of. Once it has failed
/// it stays failed.
public struct HTTPRequestDecoder: Sendable {
    /// What a piece of input has led to.
    public enum Outcome: Sendable, Equatable {
        /// Drop the first `consumed` bytes, keep the others, and come back with more.
        case needMore(consumed: Int)
        /// A whole request. What follows the first `consumed` bytes belongs to the next.
        case request(HTTPRequest, consumed: Int)
        /// Answer with the error's status, then close.
        case failure(HTTPDecodeError)
    }

    private enum State: Sendable {
        case start
        case head(HTTPHeadScanner)
        case body(HTTPRequest, HTTPBodyDecoder)
        case failed(HTTPDecodeError)
    }

    private let limits: HTTPLimits
    private var state = State.start
    /// The client waits for `100 Continue` before it sends the body (RFC 9110 §10.1.1). Set with a `needMore`; cleared
    /// by the transport once it has sent that, and by itself once the body comes.
    public private(set) var expectsContinue = false

    public init(limits: HTTPLimits = HTTPLimits()) { self.limits = limits }

    /// The head is complete and the body is not.
    public var isInBody: Bool {
        if case .body = state { true } else { false }
    }

    /// The request whose body has not come yet, for a decision that needs none of it. Nil while the head is incomplete.
    public var headAlone: HTTPRequest? {
        if case .body(let request, _) = state { request } else { nil }
    }

    /// What the body that is being read takes in memory in the end, at most; 0 while no body is being read. One of
    /// unknown length counts for nothing until it has turned out longer than `unaskedBytes`, and then for all that it
    /// may be.
    public func bodyBytesExpected(beyond unaskedBytes: Int) -> Int {
        if case .body(_, let body) = state { body.bytesExpected(beyond: unaskedBytes) } else { 0 }
    }

    /// `100 Continue` has been sent.
    public mutating func continueSent() { expectsContinue = false }

    /// `bytes` begins with what the last call left unconsumed.
    public mutating func decode(_ bytes: UnsafeRawBufferPointer) -> Outcome {
        do {
            return try advance(bytes)
        } catch {
            state = .failed(error)
            return .failure(error)
        }
    }

    private mutating func advance(_ bytes: UnsafeRawBufferPointer) throws(HTTPDecodeError) -> Outcome {
        var offset = 0
        if case .start = state {
            guard let skipped = try Self.skipEmptyLine(bytes) else { return .needMore(consumed: 0) }
            offset = skipped
            state = .head(HTTPHeadScanner())
        }
        if case .head(var scanner) = state {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
            switch scanner.scan(rest, limit: limits.headBytesMax) {
            case .needMore:
                state = .head(scanner)
                return .needMore(consumed: offset)
            case .failure(let error): throw error
            case .found(let length):
                try beginBody(UnsafeRawBufferPointer(rebasing: rest[..<length]))
                offset += length
            }
        }
        return try continueBody(bytes, from: offset)
    }

    /// One empty line before a request is allowed (RFC 9112 §2.2). Nil: cannot tell yet.
    private static func skipEmptyLine(_ bytes: UnsafeRawBufferPointer) throws(HTTPDecodeError) -> Int? {
        guard let first = bytes.first else { return nil }
        if first != ASCII.carriageReturn { return 0 }
        if bytes.count == 1 { return nil }
        // Anything else behind the carriage return is refused by the scanner.
        return bytes[1] == ASCII.lineFeed ? 2 : 0
    }

    private mutating func beginBody(_ head: UnsafeRawBufferPointer) throws(HTTPDecodeError) {
        let request = try HTTPHeadParser(limits: limits).request(head)
        let framing = try HTTPBodyFraming.request(request, limits: limits)
        let body = HTTPBodyDecoder(framing: framing, limits: limits)
        // HTTP/1.0 knows no expectations, and what cannot be answered must not be (RFC 9110 §10.1.1).
        let expectations = request.version == .http11 ? request.headers.all("expect") : []
        for expectation in expectations where !ASCII.equalIgnoringCase(expectation, "100-continue") {
            throw HTTPDecodeError(status: 417, reason: "only 100-continue can be expected")
        }
        expectsContinue = !expectations.isEmpty && !body.isDone
        state = .body(request, body)
    }

    private mutating func continueBody(
        _ bytes: UnsafeRawBufferPointer, from start: Int
    ) throws(HTTPDecodeError) -> Outcome {
        switch state {
        case .failed(let error): throw error
        case .start, .head: return .needMore(consumed: start)
        case .body(var request, var body):
            // Lets go of the state's copy, so that the body grows in place.
            state = .start
            let offset = start + (try body.decode(UnsafeRawBufferPointer(rebasing: bytes[start...])))
            if offset > start { expectsContinue = false }
            guard body.isDone else {
                state = .body(request, body)
                return .needMore(consumed: offset)
            }
            expectsContinue = false
            request.body = body.body
            return .request(request, consumed: offset)
        }
    }
}
