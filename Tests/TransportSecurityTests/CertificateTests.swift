import EventLoop
import TestSupport
import Testing

@testable import TransportSecurity

/// Whose certificate a client takes, and what it says about the others.
@Suite(.timeLimit(.minutes(1)))
struct CertificateTests {
    private let authority: TestAuthority

    init() throws { authority = try TestAuthority() }

    /// What becomes of a client that expects `host`.
    private func outcome(
        _ names: String, days: Int = 2, host: String, trusting trusted: TestAuthority? = nil
    ) throws -> StreamSecurityFailure.Kind? {
        let pair = try TLSPair(trusted ?? authority, authority.issue(names, days: days), host: host)
        _ = pair.settle()
        if pair.client.failure == nil { #expect(pair.client.isEstablished && pair.server.isEstablished) }
        // Whoever is refused is told.
        if pair.client.failure != nil { #expect(pair.server.failure != nil) }
        return pair.client.failure
    }

    @Test(arguments: [
        ("DNS:localhost", "localhost"), ("DNS:localhost", "LOCALHOST"), ("DNS:example.org", "example.org."),
        ("DNS:*.example.org", "chat.example.org"), ("IP:127.0.0.1", "127.0.0.1"), ("IP:::1", "::1"),
        ("DNS:a.example,IP:10.0.0.1", "10.0.0.1"),
    ])
    func takesTheRightName(names: String, host: String) throws {
        #expect(try outcome(names, host: host) == nil)
    }

    @Test(arguments: [
        ("DNS:other.example", "localhost"), ("DNS:*.example.org", "example.org"),
        ("DNS:*.example.org", "a.b.example.org"),
        ("DNS:c*.example.org", "chat.example.org"), ("IP:127.0.0.1", "127.0.0.2"), ("DNS:127.0.0.1", "127.0.0.1"),
        // The common name counts for nothing.
        ("DNS:other.example", "Test"),
    ])
    func refusesOtherNames(names: String, host: String) throws {
        #expect(try outcome(names, host: host) == .wrongName)
    }

    @Test func refusesWhatHasExpired() throws {
        #expect(try outcome("DNS:localhost", days: -1, host: "localhost") == .certificateExpired)
    }

    @Test func refusesOtherAuthorities() throws {
        #expect(try outcome("DNS:localhost", host: "localhost", trusting: TestAuthority()) == .unknownAuthority)
    }

    @Test func whoIsNamedIsTrusted() throws {
        let issued = try authority.issue("DNS:localhost")
        let client = try TLSClientContext(trust: .file(issued.certificatePath)).stream(to: "localhost")
        let server = try TLSServerContext(certificatePath: issued.certificatePath, keyPath: issued.keyPath).stream()
        client.begin()
        server.begin()
        _ = server.take(client.takeOutgoing())
        _ = client.take(server.takeOutgoing())
        #expect(client.isEstablished)
    }

    @Test func theSystemDoesNotKnowTheTests() throws {
        let issued = try authority.issue("DNS:localhost")
        let client = try TLSClientContext().stream(to: "localhost")
        let server = try TLSServerContext(certificatePath: issued.certificatePath, keyPath: issued.keyPath).stream()
        client.begin()
        server.begin()
        _ = server.take(client.takeOutgoing())
        _ = client.take(server.takeOutgoing())
        #expect(client.failure == .unknownAuthority)
    }

    @Test func contextsSayWhatIsWrongWithFiles() throws {
        let issued = try authority.issue("DNS:localhost")
        let other = try authority.issue("DNS:other.example")
        let text = authority.write("not PEM", as: "text.pem")
        func kind(_ body: () throws(TLSContextError) -> Void) -> TLSContextError.Kind? {
            do { try body() } catch { return error.kind }
            return nil
        }
        func server(_ certificate: String, _ key: String) -> TLSContextError.Kind? {
            kind { () throws(TLSContextError) in _ = try TLSServerContext(certificatePath: certificate, keyPath: key) }
        }
        #expect(server(issued.certificatePath, issued.keyPath) == nil)
        #expect(server("/nowhere", issued.keyPath) == .unreadable)
        #expect(server(issued.certificatePath, "/nowhere") == .unreadable)
        #expect(server(text, issued.keyPath) == .noCertificate)
        #expect(server(issued.certificatePath, text) == .noKey)
        #expect(server(issued.certificatePath, other.keyPath) == .keyMismatch)
        for (path, expected) in [("/nowhere", TLSContextError.Kind.unreadable), (text, .noCertificate)] {
            #expect(
                kind { () throws(TLSContextError) in _ = try TLSClientContext(trust: .file(path)) } == expected)
        }
        for name in ["", "a\0b", String(repeating: "a", count: 300)] {
            #expect(throws: TLSContextError.self) { try TLSClientContext().stream(to: name) }
        }
    }
}
