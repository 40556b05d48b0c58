import Basics
import HTTPCodec
import TestSupport
import Testing

/// The whole protocol is spoken from outside in `test_http_connections.py`; here every way to cut a header, and noise.
struct ProxyHeaderTests {
    private static let signature: [UInt8] = bytes("\r\n\r\n\0\r\nQUIT\n")
    private static let v4: [UInt8] = signature + [0x21, 0x11, 0, 12, 192, 0, 2, 1, 10, 0, 0, 1, 0x0F, 0xA0, 0, 80]

    private func decode(_ input: [UInt8]) -> ProxyHeader.Outcome { input.withUnsafeBytes(ProxyHeader.decode) }

    @Test func everyPrefixWaitsForMore() {
        for count in 0..<Self.v4.count { #expect(decode(Array(Self.v4[..<count])) == .needMore) }
        let expected = ProxyHeader.Outcome.header(ProxyHeader(source: IPAddress("192.0.2.1")), consumed: 28)
        #expect(decode(Self.v4) == expected)
        #expect(decode(Self.v4 + bytes("GET /")) == expected)
    }

    @Test func everyOtherFirstByteIsRefusedAtOnce() {
        for index in 0..<12 {
            var input = Array(Self.v4[...index])
            input[index] ^= 1
            guard case .failure = decode(input) else { Issue.record("byte \(index)"); continue }
        }
    }

    @Test func aMappedAddressIsTheIPv4One() {
        let addresses = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF, 10, 0, 0, 9] + [UInt8](repeating: 0, count: 20)
        let input = Self.signature + [0x21, 0x21, 0, 36] + addresses
        #expect(decode(input) == .header(ProxyHeader(source: IPAddress("10.0.0.9")), consumed: 52))
    }

    @Test func theLengthIsBounded() {
        func withLength(_ length: Int) -> [UInt8] {
            Self.signature + [0x20, 0, UInt8(length >> 8), UInt8(length & 255)] + [UInt8](repeating: 1, count: length)
        }
        let most = ProxyHeader.bytesMax - 16
        #expect(decode(withLength(most)) == .header(ProxyHeader(source: nil), consumed: ProxyHeader.bytesMax))
        guard case .failure = decode(withLength(most + 1)) else {
            Issue.record("taken")
            return
        }
    }

    @Test func noiseNeverTraps() {
        var generator = SplitMix64(seed: 11)
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...60, using: &generator)
            let noise = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            if case .header(_, let consumed) = decode(Self.signature + noise) { #expect(consumed <= 12 + count) }
        }
    }
}

struct ForwardedAddressTests {
    private static let trusted = ["127.0.0.0/8", "10.0.0.0/8", "::1"].compactMap { IPNetwork($0) }

    @Test(arguments: [
        // (peer, field, value, client)
        ("127.0.0.1", "X-Forwarded-For", "192.0.2.1", "192.0.2.1"),
        ("127.0.0.1", "X-Forwarded-For", "6.6.6.6, 192.0.2.1", "192.0.2.1"),
        ("127.0.0.1", "X-Forwarded-For", "192.0.2.1, 10.0.0.7", "192.0.2.1"),
        ("127.0.0.1", "X-Forwarded-For", "192.0.2.1:4711", "192.0.2.1"),
        ("127.0.0.1", "X-Forwarded-For", "[2001:db8::1]:4711", "2001:db8::1"),
        ("127.0.0.1", "X-Forwarded-For", "2001:db8::1", "2001:db8::1"),
        ("127.0.0.1", "X-Forwarded-For", "nonsense", "127.0.0.1"),
        ("127.0.0.1", "X-Forwarded-For", "192.0.2.1, nonsense", "127.0.0.1"),
        ("127.0.0.1", "X-Forwarded-For", "", "127.0.0.1"),
        ("192.0.2.9", "X-Forwarded-For", "192.0.2.1", "192.0.2.9"),
        ("127.0.0.1", "X-Forwarded-For", "10.0.0.1, 10.0.0.2", "10.0.0.1"),
        ("127.0.0.1", "Forwarded", "for=192.0.2.1;proto=https;by=10.0.0.1", "192.0.2.1"),
        ("::1", "Forwarded", "For=\"[2001:db8::1]:4711\"", "2001:db8::1"),
        ("127.0.0.1", "Forwarded", "for=6.6.6.6, for=192.0.2.1, for=10.0.0.2", "192.0.2.1"),
        ("127.0.0.1", "Forwarded", "for=\"6.6.6.6, for=192.0.2.1\"", "127.0.0.1"),
        ("127.0.0.1", "Forwarded", "for=192.0.2.1, for=unknown", "127.0.0.1"),
        ("127.0.0.1", "Forwarded", "for=192.0.2.1, for=_hidden, for=10.0.0.2", "10.0.0.2"),
        ("127.0.0.1", "Forwarded", "proto=https", "127.0.0.1"),
    ])
    func theClientIsTheFirstThatIsNotTrusted(peer: String, field: String, value: String, client: String) throws {
        let found = ForwardedAddress.client([field: value], peer: try #require(IPAddress(peer)), trusted: Self.trusted)
        #expect(found.text == client)
    }

    @Test func theStandardFieldWins() throws {
        let headers: HTTPHeaders = ["X-Forwarded-For": "6.6.6.6", "Forwarded": "for=192.0.2.1"]
        let peer = try #require(IPAddress("127.0.0.1"))
        #expect(ForwardedAddress.client(headers, peer: peer, trusted: Self.trusted).text == "192.0.2.1")
        let several = HTTPHeaders([
            .init(name: "X-Forwarded-For", value: "6.6.6.6"), .init(name: "x-forwarded-for", value: "192.0.2.1"),
        ])
        #expect(ForwardedAddress.client(several, peer: peer, trusted: Self.trusted).text == "192.0.2.1")
    }

    @Test func longChainsAreNotFollowed() throws {
        let chain = Array(repeating: "10.0.0.1", count: ForwardedAddress.hopsMax)
        let headers: HTTPHeaders = ["X-Forwarded-For": (["192.0.2.1"] + chain).joined(separator: ",")]
        let peer = try #require(IPAddress("127.0.0.1"))
        #expect(ForwardedAddress.client(headers, peer: peer, trusted: Self.trusted).text == "10.0.0.1")
    }
}
