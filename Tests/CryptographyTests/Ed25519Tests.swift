import Basics
import Cryptography
import Testing

@Suite("Ed25519")
struct Ed25519Tests {
    private struct Vector {
        let key: String
        let message: String
        let signature: String
    }

    /// RFC 8032 §7.1.
    private static let vectors = [
        Vector(
            key: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", message: "",
            signature:
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b"),
        Vector(
            key: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", message: "72",
            signature:
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00"),
        Vector(
            key: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", message: "af82",
            signature:
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a"),
    ]

    private static func bytes(_ hex: String) -> [UInt8] {
        let text = Array(hex.utf8)
        return stride(from: 0, to: text.count, by: 2).map {
            UInt8(String(decoding: text[$0..<$0 + 2], as: UTF8.self), radix: 16) ?? 0
        }
    }

    @Test("the RFC's signatures are right, and nothing near them is")
    func rfc8032() throws {
        for vector in Self.vectors {
            let key = try Ed25519PublicKey(Self.bytes(vector.key))
            let (message, signature) = (Self.bytes(vector.message), Self.bytes(vector.signature))
            #expect(key.verifies(signature, of: message))
            #expect(!key.verifies(signature, of: message + [0]))
            #expect(!key.verifies(signature + [0], of: message))
            #expect(!key.verifies(Array(signature.dropLast()), of: message))
            #expect(!key.verifies([], of: message))
            for index in signature.indices {
                var changed = signature
                changed[index] ^= 1
                #expect(!key.verifies(changed, of: message))
            }
        }
    }

    @Test("a signature has one form: S is below the order of the group (§5.1.7)")
    func malleability() throws {
        let vector = Self.vectors[1]
        let order = Self.bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
        var signature = Self.bytes(vector.signature)
        var carry = 0
        for index in 0..<32 {
            let sum = Int(signature[32 + index]) + Int(order[index]) + carry
            signature[32 + index] = UInt8(truncatingIfNeeded: sum)
            carry = sum >> 8
        }
        #expect(carry == 0)
        let key = try Ed25519PublicKey(Self.bytes(vector.key))
        #expect(!key.verifies(signature, of: Self.bytes(vector.message)))
    }

    /// Points of order 1, 2, 4 and 8, and encodings of numbers that are not below the prime (RFC 7748 §7, "Taming the
    /// many EdDSAs", Table 5); then one off the curve, one outside of the group, and other lengths.
    static let strangeKeys = [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0200000000000000000000000000000000000000000000000000000000000000",
        "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d",
        "", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f70751",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a00",
    ]

    @Test("what is no point of the group, or not in its one form, is no key", arguments: strangeKeys)
    func refused(_ hex: String) {
        #expect(throws: CryptographyError(.invalidKey)) { try Ed25519PublicKey(Self.bytes(hex)) }
    }
}
