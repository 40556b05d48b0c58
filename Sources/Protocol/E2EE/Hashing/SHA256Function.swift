/// FIPS 180-4 §4.1.2.
enum SHA256Function {
    @inline(__always)
    static func choice(_ x: UInt32, _ y: UInt32, _ z: UInt32) -> UInt32 { (x & y) ^ (~x & z) }

    @inline(__always)
    static func majority(_ x: UInt32, _ y: UInt32, _ z: UInt32) -> UInt32 { (x & y) ^ (x & z) ^ (y & z) }

    @inline(__always)
    static func bigSigma0(_ x: UInt32) -> UInt32 { right(x, 2) ^ right(x, 13) ^ right(x, 22) }

    @inline(__always)
    static func bigSigma1(_ x: UInt32) -> UInt32 { right(x, 6) ^ right(x, 11) ^ right(x, 25) }

    @inline(__always)
    static func smallSigma0(_ x: UInt32) -> UInt32 { right(x, 7) ^ right(x, 18) ^ x &>> 3 }

    @inline(__always)
    static func smallSigma1(_ x: UInt32) -> UInt32 { right(x, 17) ^ right(x, 19) ^ x &>> 10 }

    @inline(__always)
    private static func right(_ x: UInt32, _ count: UInt32) -> UInt32 { x &>> count | x &<< (32 &- count) }
}
