/// Checks UTF-8 that comes in pieces (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
struct UTF8Validator: Sendable, Equatable {
    /// Continuation bytes still to come.
    private var expected: UInt8 = 0
    /// What the next one must lie between; narrower than usual after E0, ED, F0 and F4.
    private var lower: UInt8 = 0x80
    private var upper: UInt8 = 0xBF

    /// Nothing is left half said.
    var isComplete: Bool { expected == 0 }

    /// Returns false at the first byte that cannot stand there.
    mutating func accept(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < bytes.count {
            if expected == 0 {
                index = Self.skipASCII(bytes, from: index)
                if index == bytes.count { break }
                guard begin(bytes[index]) else { return false }
            } else {
                guard (lower...upper).contains(bytes[index]) else { return false }
                (lower, upper) = (0x80, 0xBF)
                expected -= 1
            }
            index += 1
        }
        return true
    }

    private static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: expected = 1
        case 0xE0: (expected, lower) = (2, 0xA0)
        case 0xED: (expected, upper) = (2, 0x9F)
        case 0xE1...0xEF: expected = 2
        case 0xF0: (expected, lower) = (3, 0x90)
        case 0xF4: (expected, upper) = (3, 0x8F)
        case 0xF1...0xF3: expected = 3
        default: return false
        }
        return true
    }
}
