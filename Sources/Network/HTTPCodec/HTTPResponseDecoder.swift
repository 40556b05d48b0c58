/// One response out of a stream of bytes, for clients. Interim (1xx) responses other than 101 are skipped.
public struct HTTPResponseDecoder: Sendable {
    public enum Outcome: Sendable, Equatable {
        case needMore(consumed: Int)
        /// What follows the first `consumed` bytes is not this response's.
        case response(HTTPResponse, consumed: Int)
        case failure(HTTPDecodeError)
    }

    private enum State: Sendable {
        case head(HTTPHeadScanner)
        case body(HTTPResponse, HTTPBodyDecoder)
        case failed(HTTPDecodeError)
    }

    private let limits: HTTPLimits
    private let isHead: Bool
    private var state = State.head(HTTPHeadScanner())

    /// `isHead`: the request was HEAD.
    public init(isHead: Bool = false, limits: HTTPLimits = HTTPLimits()) {
        self.isHead = isHead
        self.limits = limits
    }

    /// `bytes` begins with what the last call left unconsumed.
    public mutating func decode(_ bytes: UnsafeRawBufferPointer) -> Outcome {
        do {
            return try advance(bytes)
        } catch {
            state = .failed(error)
            return .failure(error)
        }
    }

    /// The connection has ended. A response whose body ends there is complete.
    public mutating func end() -> HTTPResponse? {
        guard case .body(var response, let body) = state, body.endsWithConnection else { return nil }
        response.body = body.body
        return response
    }

    private mutating func advance(_ bytes: UnsafeRawBufferPointer) throws(HTTPDecodeError) -> Outcome {
        var offset = 0
        while case .head(var scanner) = state {
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

    private mutating func beginBody(_ head: UnsafeRawBufferPointer) throws(HTTPDecodeError) {
        let (version, response) = try HTTPHeadParser(limits: limits).response(head)
        if response.status < 200, response.status != 101 {
            state = .head(HTTPHeadScanner())
            return
        }
        let framing = try HTTPBodyFraming.response(response, version: version, isHead: isHead, limits: limits)
        state = .body(response, HTTPBodyDecoder(framing: framing, limits: limits))
    }

    private mutating func continueBody(
        _ bytes: UnsafeRawBufferPointer, from start: Int
    ) throws(HTTPDecodeError) -> Outcome {
        switch state {
        case .failed(let error): throw error
        case .head: return .needMore(consumed: start)
        case .body(var response, var body):
            state = .head(HTTPHeadScanner())
            let offset = start + (try body.decode(UnsafeRawBufferPointer(rebasing: bytes[start...])))
            guard body.isDone else {
                state = .body(response, body)
                return .needMore(consumed: offset)
            }
            response.body = body.body
            return .response(response, consumed: offset)
        }
    }
}
