/// The header of one frame, checked as far as it can be without its neighbours (RFC 6455 §5.2).
struct WebSocketFrameHeader: Equatable {
    let opcode: WebSocketOpcode
    let isFinal: Bool
    let length: UInt64
    let key: UInt32
    /// The header's own size.
    let bytes: Int

    /// Nil: not complete yet.
    static func parse(
        _ buffer: UnsafeRawBufferPointer, role: WebSocketRole
    ) throws(WebSocketFailure) -> WebSocketFrameHeader? {
        guard buffer.count >= 2 else { return nil }
        let first = buffer[0], second = buffer[1]
        if first & 0x70 != 0 { throw .violation("a reserved bit is set") }
        guard let opcode = WebSocketOpcode(rawValue: first & 0x0f) else { throw .violation("a reserved opcode") }
        let isFinal = first & 0x80 != 0, isMasked = second & 0x80 != 0
        if isMasked != (role == .server) {
            throw .violation(isMasked ? "a server's frame is masked" : "a client's frame is not masked")
        }
        let short = second & 0x7f
        if opcode.isControl, !isFinal { throw .violation("a control frame in fragments") }
        if opcode.isControl, short > 125 { throw .violation("a control frame longer than 125 bytes") }
        let lengthBytes = short == 127 ? 8 : short == 126 ? 2 : 0
        let bytes = 2 + lengthBytes + (isMasked ? 4 : 0)
        guard buffer.count >= 2 + lengthBytes else { return nil }
        var length = UInt64(short)
        if lengthBytes > 0 {
            length = buffer[2..<2 + lengthBytes].reduce(0) { $0 << 8 | UInt64($1) }
            if length >> 63 != 0 { throw .violation("a length with its highest bit set") }
            if length < (lengthBytes == 2 ? 126 : 65_536) { throw .violation("a length that is not in its least form") }
        }
        guard buffer.count >= bytes else {
            // The length is known before the mask is: the caller can refuse it at once.
            return WebSocketFrameHeader(opcode: opcode, isFinal: isFinal, length: length, key: 0, bytes: bytes)
        }
        let raw = isMasked ? buffer.loadUnaligned(fromByteOffset: bytes - 4, as: UInt32.self) : 0
        let key = UInt32(littleEndian: raw)
        return WebSocketFrameHeader(opcode: opcode, isFinal: isFinal, length: length, key: key, bytes: bytes)
    }
}

/// Why a WebSocket must be closed.
public struct WebSocketFailure: Error, Sendable, Equatable {
    /// 1002 protocol error, 1007 text that is not UTF-8, 1009 message too big.
    public let closeCode: UInt16
    /// What was wrong, without any byte of the message.
    public let reason: String

    static func violation(_ reason: String) -> WebSocketFailure {
        WebSocketFailure(closeCode: WebSocketCloseCode.protocolError, reason: reason)
    }
}
