/// How much a length shows. Padmé (Nikitin, Barman, Lueks, Underwood, Hubaux and Ford, "Reducing Metadata Leakage from
/// Encrypted Files and Communication with PURBs", 2019, §4) keeps of a length n the highest log2(log2 n) + 1 bits: it
/// adds 12 % at most, and little of the length remains to be told.
public enum Padme {
    /// Everything shorter looks the same.
    public static let byteCountMin: UInt64 = 64

    /// What `byteCount` grows to, `byteCountMin` at least.
    ///
    /// - Parameter byteCount: at most 2^62. Callers have compared it with a maximum of their own.
    public static func padded(_ byteCount: UInt64) -> UInt64 {
        let low = granularity(byteCount) - 1
        return max(byteCountMin, (byteCount &+ low) & ~low)
    }

    /// Lengths from `byteCount` up to the next power of two are padded to multiples of this.
    static func granularity(_ byteCount: UInt64) -> UInt64 {
        guard byteCount >= 2 else { return 1 }
        let exponent = floorLog2(byteCount)
        return 1 &<< (exponent - floorLog2(exponent) - 1)
    }

    /// - Parameter value: not 0.
    private static func floorLog2(_ value: UInt64) -> UInt64 { UInt64(63 - value.leadingZeroBitCount) }
}
