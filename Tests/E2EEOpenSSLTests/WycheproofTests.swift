import E2EE
import E2EEOpenSSL
import TestSupport
import Testing

/// Every case does what its file says; how many there are is laid down, so that none is lost on the way.
@Suite(.enabled(if: Wycheproof.isThere, Comment(rawValue: Wycheproof.absence))) struct WycheproofTests {
    private struct Sealed: Decodable {
        let ivSize: Int
        let keySize: Int
        let tagSize: Int
        let tests: [Case]

        struct Case: Decodable {
            let tcId: Int
            let key: Hex
            let iv: Hex
            let aad: Hex
            let msg: Hex
            let ct: Hex
            let tag: Hex
            let result: Wycheproof.Outcome
        }
    }

    @Test func aesGCM() throws {
        let file = try Wycheproof.file("aes_gcm", of: Sealed.self)
        var tally = Wycheproof.Tally()
        for group in file.testGroups {
            let isOurs = group.keySize == 256 && group.ivSize == 96 && group.tagSize == 128
            for test in group.tests {
                guard isOurs else {
                    tally.passOver()
                    // Keys and nonces of other sizes are refused, whatever the case is about.
                    #expect(opened(test) == nil, "\(test.tcId)")
                    continue
                }
                tally.count(test.result)
                switch test.result {
                case .valid:
                    #expect(opened(test) == test.msg.bytes, "\(test.tcId)")
                    let key = try OpenSSL.passingKey(test.key.bytes)
                    let sealed = try OpenSSL.seal(
                        test.msg.bytes, nonce: test.iv.bytes, authenticating: test.aad.bytes, with: key)
                    #expect(sealed == test.ct.bytes + test.tag.bytes, "\(test.tcId)")
                case .invalid, .acceptable: #expect(opened(test) == nil, "\(test.tcId)")
                }
            }
        }
        tally.tell("AES-256-GCM")
        #expect(tally.counts == [39, 27, 250])
        #expect(file.numberOfTests == 316)
    }

    private func opened(_ test: Sealed.Case) -> [UInt8]? {
        guard let key = try? OpenSSL.passingKey(test.key.bytes) else { return nil }
        return try? OpenSSL.open(
            test.ct.bytes + test.tag.bytes, nonce: test.iv.bytes, authenticating: test.aad.bytes, with: key)
    }

    private struct Signed: Decodable {
        let publicKey: PublicKey
        let tests: [Case]

        struct PublicKey: Decodable {
            let pk: Hex
        }

        struct Case: Decodable {
            let tcId: Int
            let msg: Hex
            let sig: Hex
            let result: Wycheproof.Outcome
        }
    }

    @Test func ed25519() throws {
        let file = try Wycheproof.file("ed25519", of: Signed.self)
        var tally = Wycheproof.Tally()
        for group in file.testGroups {
            for test in group.tests {
                tally.count(test.result)
                let isTaken = OpenSSL.verifies(test.sig.bytes, of: test.msg.bytes, by: group.publicKey.pk.bytes)
                #expect(isTaken == (test.result == .valid), "\(test.tcId)")
            }
        }
        tally.tell("Ed25519")
        #expect(tally.counts == [88, 63, 0])
        #expect(file.numberOfTests == 151)
    }

    private struct Authenticated: Decodable {
        let tagSize: Int
        let tests: [Case]

        struct Case: Decodable {
            let tcId: Int
            let key: Hex
            let msg: Hex
            let tag: Hex
            let result: Wycheproof.Outcome
        }
    }

    @Test func hmac() throws {
        let file = try Wycheproof.file("hmac_sha256", of: Authenticated.self)
        var tally = Wycheproof.Tally()
        for group in file.testGroups {
            for test in group.tests {
                tally.count(test.result)
                let tag = OpenSSL.hmacSHA256(key: test.key.bytes, test.msg.bytes)
                let isTaken = Array(tag.prefix(group.tagSize / 8)) == test.tag.bytes
                #expect(isTaken == (test.result == .valid), "\(test.tcId)")
            }
        }
        tally.tell("HMAC-SHA-256")
        #expect(tally.counts == [66, 108, 0])
        #expect(file.numberOfTests == 174)
    }

    private struct Derived: Decodable {
        let tests: [Case]

        struct Case: Decodable {
            let tcId: Int
            let ikm: Hex
            let salt: Hex
            let info: Hex
            let size: Int
            let okm: Hex
            let result: Wycheproof.Outcome
        }
    }

    /// HKDF as RFC 5869 §2 has it, out of the HMAC that the core's `derive` is made of.
    @Test func hkdf() throws {
        let file = try Wycheproof.file("hkdf_sha256", of: Derived.self)
        var tally = Wycheproof.Tally()
        for test in file.testGroups.flatMap(\.tests) {
            tally.count(test.result)
            let derived = hkdf(test.ikm.bytes, salt: test.salt.bytes, info: test.info.bytes, count: test.size)
            #expect(derived == (test.result == .valid ? test.okm.bytes : nil), "\(test.tcId)")
        }
        tally.tell("HKDF-SHA-256")
        #expect(tally.counts == [83, 3, 0])
        #expect(file.numberOfTests == 86)
    }

    private func hkdf(_ secret: [UInt8], salt: [UInt8], info: [UInt8], count: Int) -> [UInt8]? {
        guard count <= 255 * 32 else { return nil }
        let key = OpenSSL.hmacSHA256(key: salt, secret)
        var derived: [UInt8] = []
        var block: [UInt8] = []
        var index: UInt8 = 0
        while derived.count < count {
            index += 1
            block = OpenSSL.hmacSHA256(key: key, block + info + [index])
            derived += block
        }
        return Array(derived.prefix(count))
    }

    private struct Stretched: Decodable {
        let tests: [Case]

        struct Case: Decodable {
            let tcId: Int
            let password: Hex
            let salt: Hex
            let iterationCount: UInt32
            let dk: Hex
            let result: Wycheproof.Outcome
        }
    }

    /// Ours are always 32 bytes, PBKDF2's first block, which is compared as far as both go.
    @Test func pbkdf2() throws {
        let file = try Wycheproof.file("pbkdf2_hmacsha256", of: Stretched.self)
        var tally = Wycheproof.Tally()
        for test in file.testGroups.flatMap(\.tests) {
            tally.count(test.result)
            let derived = try OpenSSL.pbkdf2SHA256(
                password: test.password.bytes, salt: test.salt.bytes, iterations: test.iterationCount)
            let isSame = derived.prefix(test.dk.bytes.count) == test.dk.bytes.prefix(32)
            #expect(isSame == (test.result == .valid), "\(test.tcId)")
        }
        tally.tell("PBKDF2-HMAC-SHA-256")
        #expect(tally.counts == [60, 0, 0])
        #expect(file.numberOfTests == 60)
    }

    private struct Wrapped: Decodable {
        let privateKeyPkcs8: Hex
        let tests: [Case]

        struct Case: Decodable {
            let tcId: Int
            let msg: Hex
            let ct: Hex
            let label: Hex
            let result: Wycheproof.Outcome
        }
    }

    @Test func rsaOAEP() throws {
        let file = try Wycheproof.file("rsa_oaep_2048_sha256_mgf1sha256", of: Wrapped.self)
        var tally = Wycheproof.Tally()
        var labelled = 0
        for group in file.testGroups {
            let key = try OpenSSL.UnwrappingKey(pkcs8: group.privateKeyPkcs8.bytes)
            #expect(try key.pkcs8() == group.privateKeyPkcs8.bytes)
            for test in group.tests {
                tally.count(test.result)
                if !test.label.bytes.isEmpty { labelled += 1 }
                let secret = try? OpenSSL.unwrap(test.ct.bytes, label: test.label.bytes, with: key)
                #expect(secret == (test.result == .valid ? test.msg.bytes : nil), "\(test.tcId)")
            }
        }
        tally.tell("RSA-OAEP-SHA-256 with 2,048 bits (\(labelled) with a label)")
        #expect(tally.counts == [18, 19, 0])
        #expect(labelled == 8)
        #expect(file.numberOfTests == 37)
    }
}
