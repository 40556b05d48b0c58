import E2EE
import E2EEOpenSSL
import SecureFormat
import TestSupport
import Testing

/// RSA-OAEP: what was wrapped for another device, under another label or not at all does not unwrap.
@Suite struct WrappingTests {
    private struct Device {
        let key: OpenSSL.UnwrappingKey
        let wrapping: OpenSSL.WrappingKey
        let publicKey: RSAPublicKey

        init(_ suite: KeySuite = .ed25519RSA2048) throws {
            let made = try OpenSSL.generateUnwrappingKey(suite)
            key = made.privateKey
            publicKey = try #require(RSAPublicKey(subjectPublicKeyInfo: made.publicKey))
            wrapping = try OpenSSL.wrappingKey(publicKey)
        }
    }

    private static let secret = [UInt8](0..<32)
    private static let label: [UInt8] = [1, 2, 3]

    private func wrap(_ secret: [UInt8], for device: Device, label: [UInt8]) throws(PrimitiveFailure) -> [UInt8] {
        try OpenSSL.wrap(secret, for: [WrapRecipient(key: device.wrapping, label: label)])[0]
    }

    @Test func eachDeviceGetsItsOwnInOrder() throws {
        let devices = try [Device(), Device(.ed25519RSA3072), Device()]
        let wrapped = try OpenSSL.wrap(
            Self.secret, for: devices.enumerated().map { WrapRecipient(key: $1.wrapping, label: [UInt8($0)]) })
        #expect(wrapped.map(\.count) == [256, 384, 256])
        for (index, device) in devices.enumerated() {
            for (other, wrapped) in wrapped.enumerated() {
                let secret = try? OpenSSL.unwrap(wrapped, label: [UInt8(index)], with: device.key)
                #expect(secret == (index == other ? Self.secret : nil))
            }
        }
        #expect(try OpenSSL.wrap(Self.secret, for: []) == [])
    }

    /// RFC 8017 §7.1.1: two hashes and two bytes less than the modulus.
    @Test func secretsHaveALength() throws {
        let device = try Device()
        for count in [0, 1, 190] {
            let secret = [UInt8](repeating: 7, count: count)
            let wrapped = try wrap(secret, for: device, label: Self.label)
            #expect(try OpenSSL.unwrap(wrapped, label: Self.label, with: device.key) == secret)
        }
        #expect(throws: PrimitiveFailure.self) {
            try wrap([UInt8](repeating: 7, count: 191), for: device, label: Self.label)
        }
    }

    @Test func anotherLabelDoesNotUnwrap() throws {
        let device = try Device()
        let wrapped = try wrap(Self.secret, for: device, label: Self.label)
        #expect(try OpenSSL.unwrap(wrapped, label: Self.label, with: device.key) == Self.secret)
        for label in [[], [1, 2], [1, 2, 3, 0], [1, 2, 4]] as [[UInt8]] {
            #expect(throws: PrimitiveFailure.self) { try OpenSSL.unwrap(wrapped, label: label, with: device.key) }
        }
        let unlabelled = try wrap(Self.secret, for: device, label: [])
        #expect(try OpenSSL.unwrap(unlabelled, label: [], with: device.key) == Self.secret)
        #expect(throws: PrimitiveFailure.self) { try OpenSSL.unwrap(unlabelled, label: [0], with: device.key) }
    }

    @Test func whatWasNotWrappedDoesNotUnwrap() throws {
        let device = try Device()
        let wrapped = try wrap(Self.secret, for: device, label: Self.label)
        var strange = [[], [0], Array(wrapped.dropLast()), wrapped + [0], [0] + wrapped, Array(wrapped.reversed())]
        // Numbers that RSA leaves as they are, and the modulus itself.
        strange += [[UInt8](repeating: 0, count: 256), [UInt8](repeating: 0, count: 255) + [1]]
        strange += [device.publicKey.modulus, [UInt8](repeating: 0xff, count: 256)]
        for index in stride(from: 0, to: 8 * wrapped.count, by: 37) {
            var changed = wrapped
            changed[index / 8] ^= 1 << (index % 8)
            strange.append(changed)
        }
        for bytes in strange {
            #expect(throws: PrimitiveFailure.self) { try OpenSSL.unwrap(bytes, label: Self.label, with: device.key) }
        }
    }

    @Test func wrappingTwiceIsNotTheSame() throws {
        let device = try Device()
        let wrapped = try (0..<2).map { _ in try wrap(Self.secret, for: device, label: Self.label) }
        #expect(wrapped[0] != wrapped[1])
    }
}
