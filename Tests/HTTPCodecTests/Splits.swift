import TestSupport

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
