import E2EEOpenSSL
import TestSupport
import Testing

@testable import E2EE

@Suite struct Ed25519EncodingTests {
    /// p = 2^255 - 19 (RFC 8032 §5.1).
    private static let prime: [UInt8] = [0xed] + [UInt8](repeating: 0xff, count: 30) + [0x7f]

    private static func plus(_ bytes: [UInt8], _ number: UInt8) -> [UInt8] {
        var sum = bytes
        var carry = number
        for index in sum.indices {
            let (value, overflow) = sum[index].addingReportingOverflow(carry)
            (sum[index], carry) = (value, overflow ? 1 : 0)
        }
        return sum
    }

    private static func signed(_ bytes: [UInt8]) -> [UInt8] { bytes.dropLast() + [(bytes.last ?? 0) | 0x80] }

    @Test func keysThatAreMadeAreTaken() throws {
        for _ in 0..<100 {
            #expect(Ed25519Encoding.isAcceptable(try OpenSSL.generateSigningKey().publicKey))
        }
    }

    /// RFC 8032 §7.1.
    @Test(arguments: [
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e",
    ])
    func theStandardsKeysAreTaken(hex: String) throws {
        #expect(try Ed25519Encoding.isAcceptable(Hex(hex).bytes))
    }

    @Test func otherLengthsAreRefused() throws {
        let right = try OpenSSL.generateSigningKey().publicKey
        for count in [0, 1, 31] { #expect(!Ed25519Encoding.isAcceptable(Array(right.prefix(count)))) }
        #expect(!Ed25519Encoding.isAcceptable(right + [0]))
        #expect(!Ed25519Encoding.isAcceptable(right + right))
    }

    /// y from p to 2^255 - 1 is the second encoding of 0 to 18.
    @Test func otherEncodingsAreRefused() {
        for number in 0...18 as ClosedRange<UInt8> {
            let second = Self.plus(Self.prime, number)
            #expect(!Ed25519Encoding.isAcceptable(second), "p + \(number)")
            #expect(!Ed25519Encoding.isAcceptable(Self.signed(second)), "p + \(number) with a sign")
            // The first encoding is no longer one of the kind, but for 0 and 1, which are of small order.
            var first = [UInt8](repeating: 0, count: 32)
            first[0] = number
            #expect(Ed25519Encoding.isAcceptable(first) == (number > 1), "\(number)")
        }
        // The highest y that there is, but for -1.
        var highest = Self.prime
        highest[0] -= 2
        #expect(Ed25519Encoding.isAcceptable(highest))
        #expect(Ed25519Encoding.isAcceptable(Self.signed(highest)))
        for index in 1...31 {
            var below = Self.plus(Self.prime, 5)
            below[index] -= 1
            #expect(Ed25519Encoding.isAcceptable(below), "lower in byte \(index)")
        }
    }

    @Test func pointsOfSmallOrderAreRefused() {
        #expect(Ed25519Encoding.smallOrderY.count == 5)
        for y in Ed25519Encoding.smallOrderY {
            #expect(y.count == 32)
            #expect(!Ed25519Encoding.isAcceptable(y))
            #expect(!Ed25519Encoding.isAcceptable(Self.signed(y)))
            var neighbour = y
            neighbour[15] ^= 1
            #expect(Ed25519Encoding.isAcceptable(neighbour))
        }
    }

    /// The list is not believed but computed. On -x² + y² = 1 + d·x²·y², doubling gives y = (x² + y²) / (1 - d·x²·y²)
    /// (RFC 8032 §5.1.4), so that 2P has y = 0 where x² = -y², which put into the curve is d·y⁴ + 2·y² = 1.
    @Test func theListIsThatOfTheCurve() {
        let one = FieldElement(1)
        // d = -121665 / 121666 (§5.1).
        let d = (FieldElement(0) - FieldElement(121_665)) * FieldElement(121_666).inverse
        // y² = (-1 ± √(1 + d)) / d; of the two, one is a square.
        guard let root = (one + d).squareRoot else {
            Issue.record("1 + d is a square")
            return
        }
        var computed: Set<[UInt8]> = [one.bytes, (FieldElement(0) - one).bytes, FieldElement(0).bytes]
        var squares = 0
        for square in [(root - one) * d.inverse, (FieldElement(0) - root - one) * d.inverse] {
            guard let y = square.squareRoot else { continue }
            squares += 1
            #expect(d * y * y * y * y + y * y + y * y == one)
            computed.formUnion([y.bytes, (FieldElement(0) - y).bytes])
        }
        #expect(squares == 1)
        // With x and -x: one of order 1, one of order 2, two of order 4, four of order 8. There are no more.
        #expect(computed == Set(Ed25519Encoding.smallOrderY))
    }
}
