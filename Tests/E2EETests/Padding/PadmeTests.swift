import TestSupport
import Testing

@testable import E2EE

@Suite struct PadmeTests {
    /// As docs/encryption.md words it, with the logarithms counted out.
    private func documented(_ byteCount: UInt64) -> UInt64 {
        func floorLog2(_ value: UInt64) -> UInt64 {
            var (rest, count): (UInt64, UInt64) = (value, 0)
            while rest > 1 { (rest, count) = (rest / 2, count + 1) }
            return count
        }
        guard byteCount > 1 else { return 64 }
        let exponent = floorLog2(byteCount)
        let bits = floorLog2(exponent) + 1
        var power: UInt64 = 1
        for _ in 0..<(exponent - bits) { power *= 2 }
        return max(64, (byteCount + power - 1) / power * power)
    }

    @Test func isWhatIsDocumented() {
        for byteCount in 0...70_000 as ClosedRange<UInt64> {
            #expect(Padme.padded(byteCount) == documented(byteCount), "\(byteCount)")
        }
        var random = SplitMix64(seed: 5)
        for _ in 0..<1_000 {
            let byteCount = UInt64.random(in: 0...FileShape.byteCountMax, using: &random)
            #expect(Padme.padded(byteCount) == documented(byteCount), "\(byteCount)")
        }
        #expect(Padme.padded(FileShape.byteCountMax) == FileShape.byteCountMax)
    }

    @Test func growsWithTheLengthAndByLittle() {
        var (last, buckets) = (Padme.padded(0), 1)
        for byteCount in 1...70_000 as ClosedRange<UInt64> {
            let padded = Padme.padded(byteCount)
            #expect(padded >= last && padded >= byteCount)
            #expect(padded == 64 || padded * 100 <= byteCount * 112, "\(byteCount)")
            // A padded length is its own.
            #expect(Padme.padded(padded) == padded)
            if padded != last { buckets += 1 }
            last = padded
        }
        // So many lengths are told apart, of 70,000.
        #expect(buckets == 148)
    }
}
