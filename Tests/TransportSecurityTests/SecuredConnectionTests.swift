import EventLoop
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import TransportSecurity

/// Both roles over real sockets.
@Suite(.timeLimit(.minutes(2)))
struct SecuredConnectionTests {
    private let authority: TestAuthority
    private let issued: TestAuthority.Issued

    init() throws {
        authority = try TestAuthority()
        issued = try authority.issue("DNS:localhost")
    }

    /// A server that reports why its connections were closed.
    private func server(
        limits: SendLimits = SendLimits(), handshake: UInt64 = 30_000_000_000,
        _ make: @escaping @Sendable (StreamConnection) -> Probe = { _ in .echo() }
    ) throws -> (SecuredServer, AsyncStream<CloseReason>) {
        let (reasons, report) = AsyncStream<CloseReason>.makeStream()
        let server = try SecuredServer(issued, limits: limits, handshake: handshake) { connection in
            let probe = make(connection)
            probe.onClosed = { report.yield($0) }
            return probe
        }
        return (server, reasons)
    }

    private static func kind(_ reason: CloseReason?) -> StreamSecurityFailure.Kind? {
        guard case .insecure(let failure) = reason else { return nil }
        return failure.kind
    }

    @Test func tenMegabytesGoBothWays() async throws {
        let (server, reasons) = try server()
        defer { server.stop() }
        // A prime, so that no piece of it looks like its neighbours.
        let block = (0..<65_521).map { _ in UInt8.random(in: .min ... .max) }
        var whole: [UInt8] = []
        for _ in 0..<160 { whole += block }
        let message = whole, total = whole.count
        let (ends, report) = AsyncStream<Int>.makeStream()
        let client = try SecuredClient(authority, port: server.port) {
            let probe = Probe()
            var count = 0
            probe.onSecured = { $0.send(message) }
            probe.onReceived = { bytes, connection in
                let isRight = message.withUnsafeBytes {
                    memcmp(bytes.baseAddress!, $0.baseAddress! + count, bytes.count) == 0
                }
                if !isRight { connection.close() }
                count += bytes.count
                if count == total { connection.closeAfterFlush() }
                return bytes.count
            }
            probe.onClosed = { _ in report.yield(count) }
            return probe
        }
        defer { client.stop() }
        #expect(await ends.first { _ in true } == total)
        #expect(await reasons.first { _ in true } == .peerClosed)
    }

    @Test(arguments: [1, 3, 1000])
    func inputMayComeInAnyPieces(chunk: Int) async throws {
        let (server, _) = try server()
        defer { server.stop() }
        let client = try WireClient(authority, port: server.port, chunk: chunk)
        let message = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 3) }
        client.tls.give(message)
        client.write(chunk: chunk)
        #expect(client.read(message.count) == message)
    }

    @Test func theEndIsToldToBothSides() async throws {
        let (server, reasons) = try server()
        defer { server.stop() }
        let client = try WireClient(authority, port: server.port)
        client.tls.give(Array("last".utf8))
        client.tls.endOutput()
        client.write()
        // What was asked before is answered, then the server ends its side too.
        #expect(client.read(5) == Array("last".utf8))
        #expect(client.tls.inputEnd == .closed)
        #expect(await reasons.first { _ in true } == .peerClosed)
    }

    @Test func anInterruptionIsTruncation() async throws {
        let (server, reasons) = try server()
        defer { server.stop() }
        do {
            let client = try WireClient(authority, port: server.port)
            client.tls.give([1])
            client.write()
            #expect(client.read(1) == [1])
        }
        #expect(await reasons.first { _ in true } == .truncated)
    }

    @Test func aServerThatClosesAtOnceTruncates() async throws {
        let (server, _) = try server { _ in
            let probe = Probe()
            probe.onReceived = { bytes, connection in
                connection.send([7, 7, 7])
                // In the tick after that in which it leaves.
                connection.loop.schedule(afterNanoseconds: 0) { [token = connection.token] loop in
                    loop.schedule(afterNanoseconds: 0) { $0.connection(token)?.close() }
                }
                return bytes.count
            }
            return probe
        }
        defer { server.stop() }
        let (ends, report) = AsyncStream<(Int, CloseReason)>.makeStream()
        let client = try SecuredClient(authority, port: server.port) {
            let probe = Probe()
            var count = 0
            probe.onSecured = { $0.send([1]) }
            probe.onReceived = { bytes, _ in
                count += bytes.count
                return bytes.count
            }
            probe.onClosed = { report.yield((count, $0)) }
            return probe
        }
        defer { client.stop() }
        let (count, reason) = try #require(await ends.first { _ in true })
        #expect(count == 3)
        #expect(reason == .truncated)
    }

    @Test func aFarewellWaitsForTheHandshake() async throws {
        let (server, _) = try server { connection in
            connection.send(Array("no room".utf8))
            connection.closeAfterFlush()
            return Probe()
        }
        defer { server.stop() }
        let client = try WireClient(authority, port: server.port, chunk: 10)
        #expect(client.read(8) == Array("no room".utf8))
        #expect(client.tls.inputEnd == .closed)
    }

    @Test func whoGoesDuringTheHandshakeIsNoted() async throws {
        let (server, reasons) = try server()
        defer { server.stop() }
        do {
            let socket = try BlockingSocket(port: server.port)
            socket.write([22, 3, 1])
        }
        #expect(Self.kind(await reasons.first { _ in true }) == .abandoned)
    }

    @Test func theHandshakeHasADeadline() async throws {
        let (server, reasons) = try server(handshake: 50_000_000)
        defer { server.stop() }
        let socket = try BlockingSocket(port: server.port)
        socket.write([22, 3, 1])
        #expect(await reasons.first { _ in true } == .timedOut)
        #expect(socket.read(1).isEmpty)
    }

    @Test func plainTextToASecuredPortGetsNoAnswer() async throws {
        let (server, reasons) = try server()
        defer { server.stop() }
        let socket = try BlockingSocket(port: server.port)
        socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(socket.read(100).isEmpty)
        socket.endOutput()
        #expect(Self.kind(await reasons.first { _ in true }) == .notSecure)
    }

    @Test func aPortWithoutTLSIsNamedSo() async throws {
        let socket = try Listener.open(address: "127.0.0.1", port: 0)
        let plain = try EventLoop.start(name: "test-plain") { loop in
            let listener = Listener(socket: socket) { loop, accepted in
                let probe = Probe()
                probe.onReceived = { bytes, connection in
                    connection.send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
                    connection.closeAfterFlush()
                    return bytes.count
                }
                _ = try? StreamConnection(adopting: accepted, on: loop, handler: probe)
            }
            do { try listener.start(on: loop) } catch { Issue.record("\(error)") }
        }
        defer { plain.post { $0.stop() } }
        let (reasons, report) = AsyncStream<CloseReason>.makeStream()
        let client = try SecuredClient(authority, port: socket.port) {
            let probe = Probe()
            probe.onClosed = { report.yield($0) }
            return probe
        }
        defer { client.stop() }
        #expect(Self.kind(await reasons.first { _ in true }) == .notSecure)
    }

    @Test func aChangedRecordEndsTheConnection() async throws {
        let (server, reasons) = try server()
        defer { server.stop() }
        let client = try WireClient(authority, port: server.port)
        client.tls.give([1, 2, 3])
        var record = client.tls.takeOutgoing()
        record[10] ^= 0x80
        client.socket.write(record)
        #expect(client.receive() == [])
        #expect(client.tls.failure == .refusedByPeer(alert: 20))
        client.socket.endOutput()
        #expect(Self.kind(await reasons.first { _ in true }) == .corrupted)
    }

    @Test func pausedReadingPausesDecryption() async throws {
        let total = 4 << 20
        let log = Mutex(0)
        let (ends, report) = AsyncStream<Int>.makeStream()
        let (server, _) = try server { _ in
            let probe = Probe()
            probe.onReceived = { bytes, connection in
                let count = log.withLock { count in
                    count += bytes.count
                    return count
                }
                if count == total {
                    report.yield(count)
                    return bytes.count
                }
                connection.pauseReading()
                let token = connection.token
                connection.loop.schedule(afterNanoseconds: 100_000) { loop in
                    #expect(log.withLock { $0 } == count)
                    loop.connection(token)?.resumeReading()
                }
                return bytes.count
            }
            return probe
        }
        defer { server.stop() }
        let client = try SecuredClient(authority, port: server.port) {
            let probe = Probe()
            probe.onSecured = { $0.send([UInt8](repeating: 3, count: total)) }
            return probe
        }
        defer { client.stop() }
        #expect(await ends.first { _ in true } == total)
    }

    @Test func unconsumedPlaintextComesBackInFront() async throws {
        let (server, _) = try server { _ in
            let probe = Probe()
            // All or nothing, and more than a record.
            probe.onReceived = { bytes, connection in
                guard bytes.count >= 80_000 else { return 0 }
                connection.send(UnsafeRawBufferPointer(bytes))
                return bytes.count
            }
            return probe
        }
        defer { server.stop() }
        let client = try WireClient(authority, port: server.port)
        let message = (0..<80_000).map { UInt8(truncatingIfNeeded: $0 &* 11) }
        client.tls.give(message)
        client.write()
        #expect(client.read(message.count) == message)
    }

    @Test func whoConsumesNothingIsClosed() async throws {
        let (server, reasons) = try server { _ in
            let probe = Probe()
            probe.onReceived = { _, _ in 0 }
            return probe
        }
        defer { server.stop() }
        let client = try WireClient(authority, port: server.port)
        client.tls.give([UInt8](repeating: 1, count: 2 * EventLoop.scratchBytes))
        client.write()
        #expect(await reasons.first { _ in true } == .inputOverflow)
    }

    @Test func aReaderThatDoesNotReadIsClosedByOverflow() async throws {
        let (server, reasons) = try server { _ in
            let probe = Probe()
            probe.onReceived = { bytes, connection in
                Self.flood(connection)
                return bytes.count
            }
            return probe
        }
        defer { server.stop() }
        let client = try WireClient(authority, port: server.port)
        client.tls.give([1])
        client.write()
        #expect(await reasons.first { _ in true } == .overflow)
        _ = client
    }

    /// Sends 64 KiB each tick for as long as the connection takes it.
    private static func flood(_ connection: StreamConnection) {
        if connection.send([UInt8](repeating: 0, count: 65_536)) == .overflow { return }
        connection.loop.schedule(afterNanoseconds: 0) { [token = connection.token] loop in
            if let connection = loop.connection(token) { flood(connection) }
        }
    }

    @Test func aReaderThatStallsIsClosed() async throws {
        let limits = SendLimits(hardBytes: 64 << 20, stallNanoseconds: 50_000_000)
        let (server, reasons) = try server(limits: limits) { _ in
            let probe = Probe()
            probe.onReceived = { bytes, connection in
                connection.send([UInt8](repeating: 0, count: 32 << 20))
                return bytes.count
            }
            return probe
        }
        defer { server.stop() }
        let client = try WireClient(authority, port: server.port)
        client.tls.give([1])
        client.write()
        #expect(await reasons.first { _ in true } == .stalled)
        _ = client
    }

    @Test func aRefusedCertificateIsToldToBothSides() async throws {
        let other = try TestAuthority()
        let (server, reasons) = try server()
        defer { server.stop() }
        let (ends, report) = AsyncStream<CloseReason>.makeStream()
        let client = try SecuredClient(other, port: server.port) {
            let probe = Probe()
            probe.onClosed = { report.yield($0) }
            return probe
        }
        defer { client.stop() }
        #expect(Self.kind(await ends.first { _ in true }) == .unknownAuthority)
        // unknown_ca, RFC 8446 §6.2
        #expect(Self.kind(await reasons.first { _ in true }) == .refusedByPeer(alert: 48))
    }
}
