/// Messages out of a stream of bytes (RFC 6455 §5), one at a time. A pure value; does no input or output.
///
/// Unmasks in place, and only what it consumes. A frame that stands whole in the buffer is delivered from there without
/// a copy; fragments, and frames too long to wait for, gather in the decoder. Once it has failed it stays failed.
public struct WebSocketDecoder: Sendable {
    /// Where a message's payload lies.
    public enum Payload: Sendable, Equatable {
        /// In the buffer, unmasked.
        case inPlace(Range<Int>)
        case assembled([UInt8])
    }

    public enum Outcome: Sendable, Equatable {
        /// Drop the first `consumed` bytes, keep the others unchanged, and come back with more.
        case needMore(consumed: Int)
        case message(isText: Bool, payload: Payload, consumed: Int)
        /// To be answered with a pong that has the same payload.
        case ping(payload: Range<Int>, consumed: Int)
        case pong(payload: Range<Int>, consumed: Int)
        /// `code` is nil when the frame had none.
        case close(code: UInt16?, reason: String, consumed: Int)
        /// Close with this code.
        case failure(WebSocketFailure)
    }

    /// Longer frames do not wait in the buffer until they are whole.
    static let wholeFrameBytesMax = 16 * 1024

    private let role: WebSocketRole
    private let messageBytesMax: Int
    private var gathered: [UInt8] = []
    /// Set while a message has begun and not ended.
    private var isText: Bool?
    private var utf8 = UTF8Validator()
    /// The frame being gathered, as long as some of it is missing.
    private var partial: Partial?
    private var failed: WebSocketFailure?

    private struct Partial: Sendable {
        let key: UInt32
        let isFinal: Bool
        var left: Int
        var phase: Int
    }

    /// `messageBytesMax`: a longer message is refused with 1009 before its payload arrives.
    public init(role: WebSocketRole, messageBytesMax: Int = 256 << 10) {
        self.role = role
        self.messageBytesMax = messageBytesMax
    }

    /// Decodes what stands first in `buffer`, which begins with what the last call left unconsumed.
    public mutating func next(in buffer: UnsafeMutableRawBufferPointer) -> Outcome {
        if let failed { return .failure(failed) }
        do {
            return try advance(buffer)
        } catch {
            failed = error
            gathered = []
            return .failure(error)
        }
    }

    private mutating func advance(_ buffer: UnsafeMutableRawBufferPointer) throws(WebSocketFailure) -> Outcome {
        if partial != nil { return try gather(buffer, from: 0) }
        guard let header = try WebSocketFrameHeader.parse(UnsafeRawBufferPointer(buffer), role: role) else {
            return .needMore(consumed: 0)
        }
        try checkSequence(header)
        if header.length > UInt64(max(0, messageBytesMax - gathered.count)), !header.opcode.isControl {
            throw WebSocketFailure(closeCode: WebSocketCloseCode.messageTooBig, reason: "the message is too big")
        }
        let length = Int(header.length)
        guard buffer.count >= header.bytes else { return .needMore(consumed: 0) }
        let range = header.bytes..<header.bytes + length
        guard buffer.count >= range.upperBound else {
            if length <= Self.wholeFrameBytesMax { return .needMore(consumed: 0) }
            begin(header)
            partial = Partial(key: header.key, isFinal: header.isFinal, left: length, phase: 0)
            return try gather(buffer, from: header.bytes)
        }
        WebSocketMask.apply(header.key, to: UnsafeMutableRawBufferPointer(rebasing: buffer[range]))
        if header.opcode.isControl { return try control(header.opcode, buffer, range) }
        return try whole(header, buffer, range)
    }

    private func checkSequence(_ header: WebSocketFrameHeader) throws(WebSocketFailure) {
        switch header.opcode {
        case .continuation where isText == nil: throw .violation("a continuation of nothing")
        case .text where isText != nil, .binary where isText != nil:
            throw .violation("a new message inside another")
        default: break
        }
    }

    private mutating func begin(_ header: WebSocketFrameHeader) {
        if header.opcode == .continuation { return }
        isText = header.opcode == .text
        utf8 = UTF8Validator()
    }

    private mutating func whole(
        _ header: WebSocketFrameHeader, _ buffer: UnsafeMutableRawBufferPointer, _ range: Range<Int>
    ) throws(WebSocketFailure) -> Outcome {
        begin(header)
        try check(UnsafeRawBufferPointer(rebasing: buffer[range]))
        if header.isFinal, gathered.isEmpty {
            return .message(isText: try endMessage(), payload: .inPlace(range), consumed: range.upperBound)
        }
        gathered.append(contentsOf: buffer[range])
        return try endFrame(isFinal: header.isFinal, consumed: range.upperBound)
    }

    private mutating func gather(
        _ buffer: UnsafeMutableRawBufferPointer, from start: Int
    ) throws(WebSocketFailure) -> Outcome {
        guard var frame = partial else { return .needMore(consumed: start) }
        let count = min(frame.left, buffer.count - start)
        let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + count])
        WebSocketMask.apply(frame.key, to: bytes, phase: frame.phase)
        try check(UnsafeRawBufferPointer(bytes))
        gathered.append(contentsOf: bytes)
        frame.left -= count
        frame.phase = (frame.phase + count) & 3
        partial = frame.left == 0 ? nil : frame
        if frame.left > 0 { return .needMore(consumed: start + count) }
        return try endFrame(isFinal: frame.isFinal, consumed: start + count)
    }

    private mutating func endFrame(isFinal: Bool, consumed: Int) throws(WebSocketFailure) -> Outcome {
        // The next frame is looked at when the caller comes again, which it does while something was consumed.
        guard isFinal else { return .needMore(consumed: consumed) }
        let isText = try endMessage()
        defer { gathered = [] }
        return .message(isText: isText, payload: .assembled(gathered), consumed: consumed)
    }

    private mutating func check(_ bytes: UnsafeRawBufferPointer) throws(WebSocketFailure) {
        if isText == true, !utf8.accept(bytes) { throw Self.notUTF8 }
    }

    private mutating func endMessage() throws(WebSocketFailure) -> Bool {
        let wasText = isText == true
        if wasText, !utf8.isComplete { throw Self.notUTF8 }
        isText = nil
        return wasText
    }

    private static let notUTF8 = WebSocketFailure(
        closeCode: WebSocketCloseCode.invalidPayload, reason: "text that is not UTF-8")

    private func control(
        _ opcode: WebSocketOpcode, _ buffer: UnsafeMutableRawBufferPointer, _ range: Range<Int>
    ) throws(WebSocketFailure) -> Outcome {
        switch opcode {
        case .ping: return .ping(payload: range, consumed: range.upperBound)
        case .pong: return .pong(payload: range, consumed: range.upperBound)
        default: return try close(UnsafeRawBufferPointer(rebasing: buffer[range]), consumed: range.upperBound)
        }
    }

    private func close(_ payload: UnsafeRawBufferPointer, consumed: Int) throws(WebSocketFailure) -> Outcome {
        if payload.isEmpty { return .close(code: nil, reason: "", consumed: consumed) }
        if payload.count == 1 { throw .violation("a close frame of one byte") }
        let code = UInt16(payload[0]) << 8 | UInt16(payload[1])
        guard WebSocketCloseCode.isValidOnTheWire(code) else { throw .violation("a close code that is not allowed") }
        guard let reason = String(validating: payload[2...], as: UTF8.self) else { throw Self.notUTF8 }
        return .close(code: code, reason: reason, consumed: consumed)
    }
}
