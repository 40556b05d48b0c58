/// Which end of a WebSocket this is. Clients mask what they send, servers do not (RFC 6455 §5.1).
public enum WebSocketRole: Sendable, Equatable {
    case server, client
}

/// Frame opcodes (RFC 6455 §5.2).
public enum WebSocketOpcode: UInt8, Sendable, Equatable {
    case continuation = 0x0
    case text = 0x1
    case binary = 0x2
    case close = 0x8
    case ping = 0x9
    case pong = 0xA

    var isControl: Bool { rawValue >= 0x8 }
}

/// Close codes (RFC 6455 §7.4) used here.
public enum WebSocketCloseCode {
    public static let normal: UInt16 = 1000
    public static let goingAway: UInt16 = 1001
    public static let protocolError: UInt16 = 1002
    public static let invalidPayload: UInt16 = 1007
    public static let policyViolation: UInt16 = 1008
    public static let messageTooBig: UInt16 = 1009
    public static let internalError: UInt16 = 1011
    public static let tryAgainLater: UInt16 = 1013

    /// Whether `code` may stand in a close frame.
    public static func isValidOnTheWire(_ code: UInt16) -> Bool {
        switch code {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}

/// The mask of one frame (RFC 6455 §5.3).
enum WebSocketMask {
    /// Applies `key` (its first byte lowest) to `bytes`, as if they stood `phase` bytes into the payload.
    static func apply(_ key: UInt32, to bytes: UnsafeMutableRawBufferPointer, phase: Int = 0) {
        if key == 0 { return }
        let turn = UInt32(phase & 3) * 8
        let turned = turn == 0 ? key : key >> turn | key << (32 - turn)
        let wide = UInt64(turned) << 32 | UInt64(turned)
        var index = 0
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ wide
            bytes.storeBytes(of: word.littleEndian, toByteOffset: index, as: UInt64.self)
            index += 8
        }
        while index < bytes.count {
            bytes[index] ^= UInt8(truncatingIfNeeded: turned >> (UInt32(index & 3) * 8))
            index += 1
        }
    }
}

/// Frames into bytes.
public enum WebSocketEncoder {
    /// The longest header: two bytes, eight of length, four of mask.
    public static let headerBytesMax = 14

    /// Appends one frame.
    ///
    /// - Parameters:
    ///   - maskingKey: for clients, fresh and unpredictable for each frame; nil for servers.
    ///   - isFinal: false for all fragments of a message but the last.
    public static func appendFrame(
        _ opcode: WebSocketOpcode, _ payload: UnsafeRawBufferPointer, to out: inout [UInt8],
        maskingKey: UInt32? = nil, isFinal: Bool = true
    ) {
        appendHeader(opcode, payload.count, to: &out, maskingKey: maskingKey, isFinal: isFinal)
        let start = out.count
        out.append(contentsOf: payload)
        if let maskingKey {
            out.withUnsafeMutableBytes {
                WebSocketMask.apply(maskingKey, to: UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
            }
        }
    }

    /// Appends one frame.
    public static func appendFrame(
        _ opcode: WebSocketOpcode, _ payload: [UInt8], to out: inout [UInt8], maskingKey: UInt32? = nil,
        isFinal: Bool = true
    ) {
        payload.withUnsafeBytes {
            appendFrame(opcode, $0, to: &out, maskingKey: maskingKey, isFinal: isFinal)
        }
    }

    /// One server frame: encoded once, sent to many.
    public static func frame(_ opcode: WebSocketOpcode, _ payload: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(payload.count + headerBytesMax)
        appendFrame(opcode, payload, to: &out)
        return out
    }

    /// The payload of a close frame. The reason is cut, between characters, to the 123 bytes that fit.
    public static func closePayload(code: UInt16, reason: String) -> [UInt8] {
        var out = [UInt8(code >> 8), UInt8(code & 0xff)]
        for character in reason.unicodeScalars {
            let bytes = Array(String(character).utf8)
            if out.count + bytes.count > 125 { break }
            out += bytes
        }
        return out
    }

    private static func appendHeader(
        _ opcode: WebSocketOpcode, _ count: Int, to out: inout [UInt8], maskingKey: UInt32?, isFinal: Bool
    ) {
        let maskBit: UInt8 = maskingKey == nil ? 0 : 0x80
        out.append(opcode.rawValue | (isFinal ? 0x80 : 0))
        switch count {
        case ..<126: out.append(maskBit | UInt8(count))
        case ..<65_536:
            out.append(maskBit | 126)
            out.append(UInt8(count >> 8))
            out.append(UInt8(count & 0xff))
        default:
            out.append(maskBit | 127)
            for shift in stride(from: 56, through: 0, by: -8) { out.append(UInt8(truncatingIfNeeded: count >> shift)) }
        }
        guard let maskingKey else { return }
        for shift in stride(from: UInt32(0), through: 24, by: 8) {
            out.append(UInt8(truncatingIfNeeded: maskingKey >> shift))
        }
    }
}
