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
        var schedule = SHA256Schedule(bytes, at: position)
        var working = self
        working.sixteenRounds(schedule, from: 0)
        for first in stride(from: 16, to: 64, by: 16) {
            schedule.expand()
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

    /// Written out: after eight rounds the words are where they were, so that none is moved.
    @inline(__always)
    private mutating func sixteenRounds(_ schedule: SHA256Schedule, from first: Int) {
        Self.round(a, b, c, &d, e, f, g, &h, schedule.w0, first &+ 0)
        Self.round(h, a, b, &c, d, e, f, &g, schedule.w1, first &+ 1)
        Self.round(g, h, a, &b, c, d, e, &f, schedule.w2, first &+ 2)
        Self.round(f, g, h, &a, b, c, d, &e, schedule.w3, first &+ 3)
        Self.round(e, f, g, &h, a, b, c, &d, schedule.w4, first &+ 4)
        Self.round(d, e, f, &g, h, a, b, &c, schedule.w5, first &+ 5)
        Self.round(c, d, e, &f, g, h, a, &b, schedule.w6, first &+ 6)
        Self.round(b, c, d, &e, f, g, h, &a, schedule.w7, first &+ 7)
        Self.round(a, b, c, &d, e, f, g, &h, schedule.w8, first &+ 8)
        Self.round(h, a, b, &c, d, e, f, &g, schedule.w9, first &+ 9)
        Self.round(g, h, a, &b, c, d, e, &f, schedule.w10, first &+ 10)
        Self.round(f, g, h, &a, b, c, d, &e, schedule.w11, first &+ 11)
        Self.round(e, f, g, &h, a, b, c, &d, schedule.w12, first &+ 12)
        Self.round(d, e, f, &g, h, a, b, &c, schedule.w13, first &+ 13)
        Self.round(c, d, e, &f, g, h, a, &b, schedule.w14, first &+ 14)
        Self.round(b, c, d, &e, f, g, h, &a, schedule.w15, first &+ 15)
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ word: UInt32, _ index: Int
    ) {
        let first =
            h &+ SHA256Function.bigSigma1(e) &+ SHA256Function.choice(e, f, g) &+ SHA256Constants.words[index] &+ word
        d &+= first
        h = first &+ SHA256Function.bigSigma0(a) &+ SHA256Function.majority(a, b, c)
    }
}
