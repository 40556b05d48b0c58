/// The eight words that SHA-256 carries from block to block, and the function that takes a block into them
/// (FIPS 180-4 §6.2.2).
struct SHA256State: Sendable {
    // Fields of their own, so that a block is hashed in registers.
    private var a: UInt32 = 0x6a09_e667
    private var b: UInt32 = 0xbb67_ae85
    private var c: UInt32 = 0x3c6e_f372
    private var d: UInt32 = 0xa54f_f53a
    private var e: UInt32 = 0x510e_527f
    private var f: UInt32 = 0x9b05_688c
    private var g: UInt32 = 0x1f83_d9ab
    private var h: UInt32 = 0x5be0_cd19

    /// The hash, once the last block is in: big-endian.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(SHA256.byteCount)
        for word in [a, b, c, d, e, f, g, h] {
            bytes.append(UInt8(truncatingIfNeeded: word &>> 24))
            bytes.append(UInt8(truncatingIfNeeded: word &>> 16))
            bytes.append(UInt8(truncatingIfNeeded: word &>> 8))
            bytes.append(UInt8(truncatingIfNeeded: word))
        }
        return bytes
    }

    /// Takes in the 64 bytes from `position` on.
    mutating func compress(_ bytes: RawSpan, from position: Int) {
        // The last 16 words of the message schedule: no step looks further back.
        var schedule = InlineArray<16, UInt32>(repeating: 0)
        for index in 0..<16 {
            schedule[index] = UInt32(
                bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position &+ 4 &* index, as: UInt32.self))
        }
        var working = self
        working.sixteenRounds(schedule, from: 0)
        for first in stride(from: 16, to: 64, by: 16) {
            Self.expand(&schedule)
            working.sixteenRounds(schedule, from: first)
        }
        a &+= working.a
        b &+= working.b
        c &+= working.c
        d &+= working.d
        e &+= working.e
        f &+= working.f
        g &+= working.g
        h &+= working.h
    }

    private static func expand(_ schedule: inout InlineArray<16, UInt32>) {
        for index in 0..<16 {
            schedule[index] &+=
                smallSigma0(schedule[(index &+ 1) & 15]) &+ schedule[(index &+ 9) & 15]
                &+ smallSigma1(schedule[(index &+ 14) & 15])
        }
    }

    /// Eight rounds at a time: after eight the words are where they were, so that none is moved.
    @inline(__always)
    private mutating func sixteenRounds(_ schedule: InlineArray<16, UInt32>, from first: Int) {
        for index in stride(from: 0, to: 16, by: 8) {
            let constant = first &+ index
            Self.round(a, b, c, &d, e, f, g, &h, schedule[index], constant)
            Self.round(h, a, b, &c, d, e, f, &g, schedule[index &+ 1], constant &+ 1)
            Self.round(g, h, a, &b, c, d, e, &f, schedule[index &+ 2], constant &+ 2)
            Self.round(f, g, h, &a, b, c, d, &e, schedule[index &+ 3], constant &+ 3)
            Self.round(e, f, g, &h, a, b, c, &d, schedule[index &+ 4], constant &+ 4)
            Self.round(d, e, f, &g, h, a, b, &c, schedule[index &+ 5], constant &+ 5)
            Self.round(c, d, e, &f, g, h, a, &b, schedule[index &+ 6], constant &+ 6)
            Self.round(b, c, d, &e, f, g, h, &a, schedule[index &+ 7], constant &+ 7)
        }
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ word: UInt32, _ constant: Int
    ) {
        let choice = (e & f) ^ (~e & g)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        let first = h &+ bigSigma1(e) &+ choice &+ SHA256Constants.words[constant] &+ word
        d &+= first
        h = first &+ bigSigma0(a) &+ majority
    }

    // MARK: §4.1.2

    @inline(__always)
    private static func bigSigma0(_ x: UInt32) -> UInt32 { right(x, 2) ^ right(x, 13) ^ right(x, 22) }

    @inline(__always)
    private static func bigSigma1(_ x: UInt32) -> UInt32 { right(x, 6) ^ right(x, 11) ^ right(x, 25) }

    @inline(__always)
    private static func smallSigma0(_ x: UInt32) -> UInt32 { right(x, 7) ^ right(x, 18) ^ x &>> 3 }

    @inline(__always)
    private static func smallSigma1(_ x: UInt32) -> UInt32 { right(x, 17) ^ right(x, 19) ^ x &>> 10 }

    @inline(__always)
    private static func right(_ x: UInt32, _ count: UInt32) -> UInt32 { x &>> count | x &<< (32 &- count) }
}
