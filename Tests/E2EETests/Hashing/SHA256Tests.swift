import E2EEOpenSSL
import TestSupport
import Testing

@testable import E2EE

@Suite struct SHA256Tests {
    /// RFC 6234 §8.5: the text, how often it is repeated, and its hash.
    private static let examples: [(text: [UInt8], times: Int, hash: String)] = [
        (Array("abc".utf8), 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8), 1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (Array("a".utf8), 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        (
            Array("0123456701234567012345670123456701234567012345670123456701234567".utf8), 10,
            "594847328451bdfa85056225462cc1d867d877fb388df0ce35f25ab5562bfbb5"
        ),
        ([0x19], 1, "68aa2e2ee5dff96e3355e6c7ee373e3d6a4e17f75f9518d843709c0c9bc3e3d4"),
        (
            [
                0xe3, 0xd7, 0x25, 0x70, 0xdc, 0xdd, 0x78, 0x7c, 0xe3, 0x88, 0x7a, 0xb2, 0xcd, 0x68, 0x46, 0x52,
            ], 1, "175ee69b02ba9b58e2b0a5fd13819cea573f3940a94f825128cf4209beabb4e8"
        ),
    ]

    @Test(arguments: examples.indices) func hashesAsTheStandardDoes(index: Int) throws {
        let (text, times, hash) = Self.examples[index]
        let message = [[UInt8]](repeating: text, count: times).flatMap { $0 }
        #expect(try SHA256.hash(message) == Hex(hash).bytes)
    }

    @Test func hashesWhatOpenSSLHashes() {
        var random = SplitMix64(seed: 1)
        for count in 0...300 {
            let bytes = random.bytes(count)
            #expect(SHA256.hash(bytes) == OpenSSL.sha256(bytes), "\(count) bytes")
        }
    }

    @Test func piecesMakeTheSameHash() {
        var random = SplitMix64(seed: 2)
        for round in 0..<300 {
            let bytes = random.bytes(Int.random(in: 0...1_000, using: &random))
            var digest = SHA256()
            var rest = bytes[...]
            while !rest.isEmpty {
                // Nothing at all, less than a block, a block, and more than one.
                let count = min(rest.count, [0, 1, 7, 63, 64, 65, 128, 200].randomElement(using: &random) ?? 0)
                digest.update(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(digest.finish() == OpenSSL.sha256(bytes), "round \(round)")
        }
    }

    @Test func everyPairOfPiecesAroundABlockMakesTheSameHash() {
        var random = SplitMix64(seed: 3)
        let bytes = random.bytes(130)
        let hash = OpenSSL.sha256(bytes)
        for first in 0...130 {
            var digest = SHA256()
            digest.update(Array(bytes[..<first]))
            digest.update(Array(bytes[first...]))
            #expect(digest.finish() == hash, "cut at \(first)")
        }
    }
}
