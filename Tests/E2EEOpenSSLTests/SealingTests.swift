import E2EE
import E2EEOpenSSL
import TestSupport
import Testing

/// AES-256-GCM: what was not sealed so does not open.
@Suite struct SealingTests {
    private static let key = [UInt8](0..<32)
    private static let nonce = [UInt8](100..<112)
    private static let place: [UInt8] = [1, 2, 3]
    private static let plaintext: [UInt8] = [4, 5, 6, 7]

    private func seal(
        _ plaintext: [UInt8] = plaintext, nonce: [UInt8] = nonce, place: [UInt8] = place, key: [UInt8] = key
    ) throws(PrimitiveFailure) -> [UInt8] {
        try OpenSSL.seal(plaintext, nonce: nonce, authenticating: place, with: OpenSSL.passingKey(key))
    }

    private func open(
        _ sealed: [UInt8], nonce: [UInt8] = nonce, place: [UInt8] = place, key: [UInt8] = key
    ) throws(PrimitiveFailure) -> [UInt8] {
        try OpenSSL.open(sealed, nonce: nonce, authenticating: place, with: OpenSSL.lastingKey(key))
    }

    @Test(arguments: [0, 1, 15, 16, 17, 63_488]) func opensWhatWasSealed(count: Int) throws {
        let plaintext = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let sealed = try seal(plaintext)
        #expect(sealed.count == count + 16)
        #expect(try open(sealed) == plaintext)
    }

    @Test func nothingMayBeEverythingButTheKey() throws {
        let sealed = try seal([], place: [])
        #expect(sealed.count == 16)
        #expect(try open(sealed, place: []) == [])
        #expect(throws: PrimitiveFailure.self) { try open(sealed) }
    }

    @Test(arguments: [0, 1, 16, 24, 31, 33, 64]) func keysHave32Bytes(count: Int) {
        let key = [UInt8](repeating: 1, count: count)
        #expect(throws: PrimitiveFailure.self) { try OpenSSL.passingKey(key) }
        #expect(throws: PrimitiveFailure.self) { try OpenSSL.lastingKey(key) }
    }

    @Test(arguments: [0, 1, 8, 11, 13, 16]) func noncesHave12Bytes(count: Int) throws {
        let nonce = [UInt8](repeating: 1, count: count)
        #expect(throws: PrimitiveFailure.self) { try seal(nonce: nonce) }
        let sealed = try seal()
        #expect(throws: PrimitiveFailure.self) { try open(sealed, nonce: nonce) }
    }

    /// OpenSSL would read the first 12 bytes, whatever is behind them.
    @Test func aNonceDoesNotGoOn() throws {
        let sealed = try seal()
        #expect(throws: PrimitiveFailure.self) { try open(sealed, nonce: Self.nonce + [0]) }
        #expect(throws: PrimitiveFailure.self) { try seal(nonce: Self.nonce + [0]) }
    }

    @Test func everyBitCounts() throws {
        let sealed = try seal()
        for index in 0..<8 * sealed.count {
            var changed = sealed
            changed[index / 8] ^= 1 << (index % 8)
            #expect(throws: PrimitiveFailure.self) { try open(changed) }
        }
    }

    @Test func noOtherLengthOpens() throws {
        let sealed = try seal()
        for count in 0..<sealed.count {
            #expect(throws: PrimitiveFailure.self) { try open(Array(sealed.prefix(count))) }
        }
        #expect(throws: PrimitiveFailure.self) { try open(sealed + [0]) }
        #expect(throws: PrimitiveFailure.self) { try open([0] + sealed) }
    }

    @Test func anotherKeyNonceOrPlaceDoesNotOpen() throws {
        let sealed = try seal()
        #expect(try open(sealed) == Self.plaintext)
        #expect(throws: PrimitiveFailure.self) { try open(sealed, key: Self.key.reversed()) }
        #expect(throws: PrimitiveFailure.self) { try open(sealed, nonce: Self.nonce.reversed()) }
        #expect(throws: PrimitiveFailure.self) { try open(sealed, place: []) }
        #expect(throws: PrimitiveFailure.self) { try open(sealed, place: Self.place + [0]) }
    }
}
