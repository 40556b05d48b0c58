/// SHA-256 (FIPS 180-4) in Swift, for where no library has it at hand without a suspended call: WebAssembly. Natively
/// OpenSSL's is faster.
///
/// Branches and memory accesses depend on the count of bytes alone. Messages are shorter than 2^61 bytes, as the
/// standard's are.
public struct SHA256: StreamingDigest, Sendable {
    public static let byteCount = 32
    /// What is hashed at a time.
    static let blockByteCount = 64

    private var state = SHA256State()
    /// The beginning of a block whose end is still to come.
    private var pending = InlineArray<64, UInt8>(repeating: 0)
    private var pendingCount = 0
    private var messageByteCount: UInt64 = 0

    public init() {}

    public static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var digest = SHA256()
        digest.update(bytes)
        return digest.finish()
    }

    public mutating func update(_ bytes: [UInt8]) {
        messageByteCount &+= UInt64(bytes.count)
        var position = 0
        if pendingCount > 0 {
            position = min(Self.blockByteCount - pendingCount, bytes.count)
            keep(bytes, from: 0, to: position)
            guard pendingCount == Self.blockByteCount else { return }
            compressPending()
        }
        while bytes.count - position >= Self.blockByteCount {
            state.compress(bytes.span.bytes, from: position)
            position += Self.blockByteCount
        }
        keep(bytes, from: position, to: bytes.count)
    }

    /// FIPS 180-4 §5.1.1: a bit, zeros, and the count of bits in 64 bits, up to the end of a block.
    public mutating func finish() -> [UInt8] {
        let lengthPosition = Self.blockByteCount - 8
        pending[pendingCount] = 0x80
        pendingCount += 1
        if pendingCount > lengthPosition {
            clearPending(to: Self.blockByteCount)
            compressPending()
        }
        clearPending(to: lengthPosition)
        let bitCount = messageByteCount &<< 3
        for index in 0..<8 {
            pending[lengthPosition + index] = UInt8(truncatingIfNeeded: bitCount &>> UInt64(56 - 8 * index))
        }
        compressPending()
        return state.bytes
    }

    private mutating func keep(_ bytes: [UInt8], from start: Int, to end: Int) {
        for index in start..<end {
            pending[pendingCount] = bytes[index]
            pendingCount += 1
        }
    }

    private mutating func clearPending(to end: Int) {
        for index in pendingCount..<end { pending[index] = 0 }
    }

    private mutating func compressPending() {
        state.compress(pending.span.bytes, from: 0)
        pendingCount = 0
    }
}
