internal import Basics

/// As 16 bytes, high half first, which sort as the UUID does.
extension ClientID {
    init?(blob: [UInt8]) {
        guard blob.count == 16 else { return nil }
        func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        self.init(high: word(blob[..<8]), low: word(blob[8...]))
    }

    var blob: [UInt8] {
        [high, low].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }
    }
}
