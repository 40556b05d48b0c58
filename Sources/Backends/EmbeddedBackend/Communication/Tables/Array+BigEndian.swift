/// Numbers as bytes, high first, eight each: so they sort as the numbers do.
extension [UInt64] {
    init(bigEndian bytes: [UInt8]) {
        self = stride(from: 0, to: bytes.count - 7, by: 8).map { start in
            bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    var bigEndianBytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 8 * count) { buffer, filled in
            for word in self {
                for shift in stride(from: 56, through: 0, by: -8) {
                    buffer[filled] = UInt8(truncatingIfNeeded: word >> UInt64(shift))
                    filled += 1
                }
            }
        }
    }
}
