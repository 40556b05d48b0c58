internal import CZlib

/// Whole bodies into gzip (RFC 1952). Callable from any thread; the time it takes grows with the input.
public enum Gzip {
    /// 1 costs a fifth of 9's time and gives away a tenth of what it saves: what is made for one answer.
    public static let fastLevel: Int32 = 1
    /// For what is compressed once and sent often.
    public static let bestLevel: Int32 = 9

    /// Room that deflate works in; what does not fit in it is handed over in turns.
    private static let chunkBytes = 64 << 10
    private static let hasName: UInt8 = 8
    private static let unknownSystem: UInt8 = 255

    /// - Parameter padding: stands as the name of a file in the header, where readers pass over it; makes equally long
    ///   inputs differ in length. Must not hold a zero.
    /// - Returns: nil when zlib has no memory.
    public static func compress(_ bytes: [UInt8], level: Int32, padding: [UInt8] = []) -> [UInt8]? {
        let flags = padding.isEmpty ? 0 : hasName
        var out: [UInt8] = [0x1F, 0x8B, UInt8(Z_DEFLATED), flags, 0, 0, 0, 0, 0, unknownSystem]
        out.reserveCapacity(bytes.count / 3 + padding.count + 64)
        if !padding.isEmpty { out += padding + [0] }
        guard deflate(bytes, level: level, to: &out) else { return nil }
        let check = bytes.withUnsafeBufferPointer { crc32(crc32(0, nil, 0), $0.baseAddress, UInt32($0.count)) }
        for word in [UInt32(truncatingIfNeeded: check), UInt32(truncatingIfNeeded: bytes.count)] {
            for shift in [0, 8, 16, 24] as [UInt32] { out.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        return out
    }

    private static func deflate(_ bytes: [UInt8], level: Int32, to out: inout [UInt8]) -> Bool {
        var stream = z_stream()
        // Negative: no frame of zlib's own around the data.
        let begun = deflateInit2_(
            &stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard begun == Z_OK else { return false }
        defer { deflateEnd(&stream) }
        var input = bytes
        return input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            return drain(&stream, to: &out)
        }
    }

    private static func drain(_ stream: inout z_stream, to out: inout [UInt8]) -> Bool {
        var room = [UInt8](repeating: 0, count: chunkBytes)
        while true {
            let (result, count) = room.withUnsafeMutableBufferPointer { room in
                stream.next_out = room.baseAddress
                stream.avail_out = UInt32(room.count)
                let result = CZlib.deflate(&stream, Z_FINISH)
                return (result, room.count - Int(stream.avail_out))
            }
            out += room[..<count]
            if result == Z_STREAM_END { return true }
            guard result == Z_OK || result == Z_BUF_ERROR, count > 0 else { return false }
        }
    }
}
