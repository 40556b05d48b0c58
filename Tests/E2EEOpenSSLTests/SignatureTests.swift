import COpenSSL
import E2EE
import E2EEOpenSSL
import TestSupport
import Testing

/// Ed25519: RFC 8032's own examples, and signatures that only look like some.
@Suite struct SignatureTests {
    /// RFC 8032 §7.1, tests 1 to 3: seed, public key, message, signature.
    private static let examples = [
        [
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
        ],
        [
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00",
        ],
        [
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a",
        ],
    ]

    /// All of small order, and what is not canonical: y of 2^255 - 19 and above, and a sign where x is 0.
    private static let unacceptable = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    ]

    @Test(arguments: examples) func signsAsTheRFCDoes(example: [String]) throws {
        let (seed, publicKey) = try (Hex(example[0]).bytes, Hex(example[1]).bytes)
        let (message, signature) = try (Hex(example[2]).bytes, Hex(example[3]).bytes)
        let key = try OpenSSL.SigningKey(pkcs8: Hex("302e020100300506032b657004220420").bytes + seed)
        #expect(try OpenSSL.publicKey(of: key) == publicKey)
        #expect(try OpenSSL.sign(message, with: key) == signature)
        #expect(OpenSSL.verifies(signature, of: message, by: publicKey))
    }

    @Test func everyBitCounts() throws {
        let made = try OpenSSL.generateSigningKey()
        let message: [UInt8] = [1, 2, 3]
        let signature = try OpenSSL.sign(message, with: made.privateKey)
        for index in 0..<8 * signature.count {
            #expect(!OpenSSL.verifies(flipped(signature, index), of: message, by: made.publicKey))
        }
        for index in 0..<8 * message.count {
            #expect(!OpenSSL.verifies(signature, of: flipped(message, index), by: made.publicKey))
        }
        for index in 0..<8 * made.publicKey.count {
            #expect(!OpenSSL.verifies(signature, of: message, by: flipped(made.publicKey, index)))
        }
        let other = try OpenSSL.generateSigningKey()
        #expect(!OpenSSL.verifies(signature, of: message, by: other.publicKey))
    }

    private func flipped(_ bytes: [UInt8], _ index: Int) -> [UInt8] {
        var bytes = bytes
        bytes[index / 8] ^= 1 << (index % 8)
        return bytes
    }

    @Test func noOtherLengthIsASignatureOrAKey() throws {
        let made = try OpenSSL.generateSigningKey()
        let signature = try OpenSSL.sign([], with: made.privateKey)
        #expect(OpenSSL.verifies(signature, of: [], by: made.publicKey))
        for count in [0, 1, 32, 63] {
            #expect(!OpenSSL.verifies(Array(signature.prefix(count)), of: [], by: made.publicKey))
        }
        #expect(!OpenSSL.verifies(signature + [0], of: [], by: made.publicKey))
        for count in [0, 1, 31] {
            #expect(!OpenSSL.verifies(signature, of: [], by: Array(made.publicKey.prefix(count))))
        }
        #expect(!OpenSSL.verifies(signature, of: [], by: made.publicKey + [0]))
    }

    /// S + L stands for the same number as S: with both taken, one message would have two signatures.
    @Test func sIsBelowTheOrderOfTheGroup() throws {
        let order = try Hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010").bytes
        let (message, publicKey) = try (Hex(Self.examples[1][2]).bytes, Hex(Self.examples[1][1]).bytes)
        var signature = try Hex(Self.examples[1][3]).bytes
        #expect(OpenSSL.verifies(signature, of: message, by: publicKey))
        var carry: UInt16 = 0
        for index in 0..<32 {
            let sum = UInt16(signature[32 + index]) + UInt16(order[index]) + carry
            signature[32 + index] = UInt8(truncatingIfNeeded: sum)
            carry = sum >> 8
        }
        #expect(carry == 0)
        #expect(!OpenSSL.verifies(signature, of: message, by: publicKey))
    }

    /// Under a key of small order, "the identity and 0" is a signature of any message, or of one in few.
    @Test(arguments: unacceptable) func aKeyOfSmallOrderVerifiesNothing(key: String) throws {
        let key = try Hex(key).bytes
        let signature = [1] + [UInt8](repeating: 0, count: 63)
        for message in 0..<64 { #expect(!OpenSSL.verifies(signature, of: [UInt8(message)], by: key)) }
    }

    /// What the check above is for: OpenSSL alone takes them.
    @Test func openSSLAloneTakesKeysOfSmallOrder() throws {
        let signature = [1] + [UInt8](repeating: 0, count: 63)
        var taken = 0
        for key in try Self.unacceptable.map({ try Hex($0).bytes }) {
            let isTaken = (0..<64).contains { verifiesUnchecked(signature, of: [UInt8($0)], by: key) }
            if isTaken { taken += 1 }
        }
        #expect(taken >= 8)
    }

    private func verifiesUnchecked(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        let key = EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, publicKey, publicKey.count)
        let context = EVP_MD_CTX_new()
        defer {
            EVP_PKEY_free(key)
            EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        guard EVP_DigestVerifyInit_ex(context, nil, nil, nil, nil, key, nil) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
