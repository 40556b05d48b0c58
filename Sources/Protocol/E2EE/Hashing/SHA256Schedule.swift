/// The last 16 words of the message schedule of SHA-256 (FIPS 180-4 §6.2.2, step 1): no round looks further back.
///
/// Fields instead of an array, which WebAssembly would keep in memory and copy for every round: in node this hashes
/// 178 MB a second instead of 100.
struct SHA256Schedule {
    var w0: UInt32
    var w1: UInt32
    var w2: UInt32
    var w3: UInt32
    var w4: UInt32
    var w5: UInt32
    var w6: UInt32
    var w7: UInt32
    var w8: UInt32
    var w9: UInt32
    var w10: UInt32
    var w11: UInt32
    var w12: UInt32
    var w13: UInt32
    var w14: UInt32
    var w15: UInt32

    /// The words of the block that begins at `position`.
    @inline(__always)
    init(_ bytes: RawSpan, at position: Int) {
        w0 = Self.word(bytes, position &+ 0)
        w1 = Self.word(bytes, position &+ 4)
        w2 = Self.word(bytes, position &+ 8)
        w3 = Self.word(bytes, position &+ 12)
        w4 = Self.word(bytes, position &+ 16)
        w5 = Self.word(bytes, position &+ 20)
        w6 = Self.word(bytes, position &+ 24)
        w7 = Self.word(bytes, position &+ 28)
        w8 = Self.word(bytes, position &+ 32)
        w9 = Self.word(bytes, position &+ 36)
        w10 = Self.word(bytes, position &+ 40)
        w11 = Self.word(bytes, position &+ 44)
        w12 = Self.word(bytes, position &+ 48)
        w13 = Self.word(bytes, position &+ 52)
        w14 = Self.word(bytes, position &+ 56)
        w15 = Self.word(bytes, position &+ 60)
    }

    @inline(__always)
    private static func word(_ bytes: RawSpan, _ position: Int) -> UInt32 {
        UInt32(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self))
    }

    /// The next 16 words, each in the place of the one that is no longer needed.
    @inline(__always)
    mutating func expand() {
        w0 = Self.expanded(w0, w1, w9, w14)
        w1 = Self.expanded(w1, w2, w10, w15)
        w2 = Self.expanded(w2, w3, w11, w0)
        w3 = Self.expanded(w3, w4, w12, w1)
        w4 = Self.expanded(w4, w5, w13, w2)
        w5 = Self.expanded(w5, w6, w14, w3)
        w6 = Self.expanded(w6, w7, w15, w4)
        w7 = Self.expanded(w7, w8, w0, w5)
        w8 = Self.expanded(w8, w9, w1, w6)
        w9 = Self.expanded(w9, w10, w2, w7)
        w10 = Self.expanded(w10, w11, w3, w8)
        w11 = Self.expanded(w11, w12, w4, w9)
        w12 = Self.expanded(w12, w13, w5, w10)
        w13 = Self.expanded(w13, w14, w6, w11)
        w14 = Self.expanded(w14, w15, w7, w12)
        w15 = Self.expanded(w15, w0, w8, w13)
    }

    /// - Parameters: the words 16, 15, 7 and 2 before.
    @inline(__always)
    private static func expanded(_ w16: UInt32, _ w15: UInt32, _ w7: UInt32, _ w2: UInt32) -> UInt32 {
        w16 &+ SHA256Function.smallSigma0(w15) &+ w7 &+ SHA256Function.smallSigma1(w2)
    }
}
