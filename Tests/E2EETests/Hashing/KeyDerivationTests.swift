import E2EEOpenSSL
import TestSupport
import Testing

@testable import E2EE

@Suite struct KeyDerivationTests {
    /// RFC 5869 §A.3, the case without salt.
    @Test func derivesAsTheStandardDoes() throws {
        let derived = try OpenSSL.hkdfSHA256([UInt8](repeating: 0x0b, count: 22), info: [], count: 42)
        let expected =
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
            + "9d201395faa4b61a96c8"
        #expect(try derived == Hex(expected).bytes)
    }

    /// KeyInfo: the label and the context, each behind its length.
    @Test func labelAndContextAreToldApart() throws {
        let secret = [UInt8](repeating: 7, count: 32)
        let derived = try OpenSSL.derive(secret, "ab", context: [1, 2], count: 44)
        #expect(derived == (try OpenSSL.hkdfSHA256(secret, info: [2, 0x61, 0x62, 2, 1, 2], count: 44)))
        #expect(derived != (try OpenSSL.derive(secret, "a", context: [0x62, 1, 2], count: 44)))
        #expect(derived != (try OpenSSL.derive(secret, "ab", context: [1], count: 44)))
        #expect(derived != (try OpenSSL.derive([UInt8](repeating: 8, count: 32), "ab", context: [1, 2], count: 44)))
        // What is longer begins with what is shorter.
        #expect(try OpenSSL.derive(secret, "ab", context: [1, 2], count: 32) == Array(derived.prefix(32)))
    }

    @Test func boundsAreKept() throws {
        let context = [UInt8](repeating: 1, count: 255)
        #expect(try OpenSSL.derive([1], "label", context: context, count: 32).count == 32)
        #expect(throws: PrimitiveFailure()) { try OpenSSL.derive([1], "label", context: context + [1], count: 32) }
        #expect(throws: PrimitiveFailure()) { try OpenSSL.derive([1], "", count: 32) }
        #expect(try OpenSSL.derive([1], "label", count: 8_160).count == 8_160)
        #expect(throws: PrimitiveFailure()) { try OpenSSL.derive([1], "label", count: 8_161) }
        #expect(try OpenSSL.derive([1], "label", count: 0) == [])
    }
}
