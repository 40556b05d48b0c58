import HTTPTransport
import Testing

struct HTTPEndpointTests {
    @Test(arguments: [
        ("https://chat.example.org", HTTPEndpoint.Scheme.https, "chat.example.org", 443, "chat.example.org"),
        ("HTTPS://chat.example.org/", .https, "chat.example.org", 443, "chat.example.org"),
        ("https://chat.example.org:8443", .https, "chat.example.org", 8443, "chat.example.org:8443"),
        ("http://localhost:8080/", .http, "localhost", 8080, "localhost:8080"),
        ("http://127.0.0.1", .http, "127.0.0.1", 80, "127.0.0.1"),
        ("https://[::1]:8443", .https, "::1", 8443, "[::1]:8443"),
        ("https://[2001:db8::1]", .https, "2001:db8::1", 443, "[2001:db8::1]"),
        ("https://example.org.", .https, "example.org.", 443, "example.org."),
        ("http://xn--bcher-kva.example:443", .http, "xn--bcher-kva.example", 443, "xn--bcher-kva.example:443"),
    ])
    func reads(text: String, scheme: HTTPEndpoint.Scheme, host: String, port: UInt16, authority: String) throws {
        let endpoint = try HTTPEndpoint(text)
        #expect(endpoint == HTTPEndpoint(scheme: scheme, host: host, port: port))
        #expect(endpoint.authority == authority)
    }

    @Test(arguments: [
        ("chat.example.org", HTTPEndpointError.unknownScheme), ("ftp://example.org", .unknownScheme),
        ("wss://example.org", .unknownScheme), ("https:/example.org", .unknownScheme), ("", .unknownScheme),
        ("https://ada:secret@example.org", .userInformation), ("https://ada@example.org", .userInformation),
        ("https://example.org@evil.example", .userInformation), ("https://example.org/chat", .path),
        ("https://example.org?x", .path), ("https://example.org#x", .path), ("https://example.org//", .path),
        ("https://", .badHost), ("https:///", .badHost), ("https://.", .badHost), ("https://a..b", .badHost),
        ("https://a b", .badHost), ("https://bücher.example", .badHost), ("https://127.1", .badHost),
        ("https://0x7f000001", .badHost), ("https://256.0.0.1", .badHost), ("https://[::1", .badHost),
        ("https://[127.0.0.1]", .badHost), ("https://[fe80::1%eth0]", .badHost), ("https://a\0b", .badHost),
        ("https://\(String(repeating: "a", count: 64)).example", .badHost), ("https://::1", .badHost),
        ("https://example.org:", .badPort), ("https://example.org:0", .badPort),
        ("https://example.org:65536", .badPort), ("https://example.org:+80", .badPort),
        ("https://example.org:80:80", .badPort), ("https://[::1]8080", .badPort),
    ])
    func refuses(text: String, expected: HTTPEndpointError) {
        #expect(throws: expected) { try HTTPEndpoint(text) }
    }
}
