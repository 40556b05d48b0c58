/// A small generator with a seed that can be printed and given again.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// Ways to cut an input into pieces. A decoder must not care which.
enum Splits {
    /// Whole, byte by byte, and `random` random ways.
    static func all(count: Int, seed: UInt64, random: Int = 8) -> [[Int]] {
        var generator = SplitMix64(seed: seed)
        var ways = [[count], Array(repeating: 1, count: count)]
        for _ in 0..<random {
            var sizes: [Int] = []
            var left = count
            while left > 0 {
                let size = Int.random(in: 1...min(left, Bool.random(using: &generator) ? 5 : 700), using: &generator)
                sizes.append(size)
                left -= size
            }
            ways.append(sizes)
        }
        return ways
    }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
