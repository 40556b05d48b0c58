/// A number modulo p = 2^255 - 19, for computing what the core has as a list. Slow, and not for secrets.
struct FieldElement: Equatable {
    /// 16 bits in each, little-endian, always below p.
    private var limbs: [UInt64]

    init(_ number: UInt32) {
        limbs = [UInt64](repeating: 0, count: 16)
        limbs[0] = UInt64(number & 0xffff)
        limbs[1] = UInt64(number >> 16)
    }

    private init(reducing limbs: [UInt64]) {
        self.limbs = limbs
        // 2^256 is 38: what stands above comes back at the bottom; twice more carries all that may be left.
        for _ in 0..<4 { carry() }
        while !isBelowPrime { subtractPrime() }
    }

    private static let prime: [UInt64] = [0xffed] + [UInt64](repeating: 0xffff, count: 14) + [0x7fff]

    private mutating func carry() {
        for index in 0..<16 {
            let above = limbs[index] >> 16
            limbs[index] &= 0xffff
            limbs[(index + 1) % 16] += index == 15 ? above * 38 : above
        }
    }

    private var isBelowPrime: Bool {
        for index in (0..<16).reversed() where limbs[index] != Self.prime[index] {
            return limbs[index] < Self.prime[index]
        }
        return false
    }

    private mutating func subtractPrime() {
        var borrow: UInt64 = 0
        for index in 0..<16 {
            let taken = Self.prime[index] + borrow
            borrow = limbs[index] < taken ? 1 : 0
            limbs[index] = limbs[index] + (borrow << 16) - taken
        }
    }

    static func + (_ left: FieldElement, _ right: FieldElement) -> FieldElement {
        FieldElement(reducing: zip(left.limbs, right.limbs).map { $0 + $1 })
    }

    /// With 2·p added limb by limb, none is below 0.
    static func - (_ left: FieldElement, _ right: FieldElement) -> FieldElement {
        FieldElement(reducing: (0..<16).map { left.limbs[$0] + 2 * prime[$0] - right.limbs[$0] })
    }

    static func * (_ left: FieldElement, _ right: FieldElement) -> FieldElement {
        var product = [UInt64](repeating: 0, count: 16)
        for (index, one) in left.limbs.enumerated() {
            for (other, two) in right.limbs.enumerated() {
                let place = index + other
                product[place % 16] += place < 16 ? one * two : 38 * one * two
            }
        }
        return FieldElement(reducing: product)
    }

    /// - Parameter exponent: bits, the lowest first.
    private func power(_ exponent: [Bool]) -> FieldElement {
        var (result, square) = (FieldElement(1), self)
        for bit in exponent {
            if bit { result = result * square }
            square = square * square
        }
        return result
    }

    /// Of 2^255 - 19 and the like: `low` stands in the lowest byte, above it are ones up to `count` bits.
    private static func exponent(_ low: UInt8, _ count: Int) -> [Bool] {
        (0..<count).map { $0 < 8 ? low >> UInt8($0) & 1 == 1 : true }
    }

    /// By Fermat: to the power of p - 2.
    var inverse: FieldElement { power(Self.exponent(0xeb, 255)) }

    /// RFC 8032 §5.1.3: to the power of (p + 3) / 8, and where that is a root of -a, times √-1.
    var squareRoot: FieldElement? {
        let root = power(Self.exponent(0xfe, 252))
        if root * root == self { return root }
        // √-1 = 2 to the power of (p - 1) / 4.
        let other = root * FieldElement(2).power(Self.exponent(0xfb, 253))
        return other * other == self ? other : nil
    }

    var bytes: [UInt8] {
        limbs.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }
}
