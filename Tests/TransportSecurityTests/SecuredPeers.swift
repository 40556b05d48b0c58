import EventLoop
import Synchronization
import TestSupport
import Testing

@testable import TransportSecurity

/// A handler made of closures.
final class Probe: StreamHandler {
    var onReceived: (UnsafeMutableRawBufferPointer, StreamConnection) -> Int = { bytes, _ in bytes.count }
    var onClosed: (CloseReason) -> Void = { _ in }
    var onDrained: (StreamConnection) -> Void = { _ in }
    var onOpened: (StreamConnection) -> Void = { _ in }
    var onSecured: (StreamConnection) -> Void = { _ in }
    var onInputEnded: (StreamConnection) -> Void = { $0.closeAfterFlush(reason: .peerClosed) }

    func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int {
        onReceived(bytes, connection)
    }
    func closed(_ connection: StreamConnection, reason: CloseReason) { onClosed(reason) }
    func drained(_ connection: StreamConnection) { onDrained(connection) }
    func opened(_ connection: StreamConnection) { onOpened(connection) }
    func secured(_ connection: StreamConnection) { onSecured(connection) }
    func inputEnded(_ connection: StreamConnection) { onInputEnded(connection) }

    /// Sends back what comes, as fast as it is taken.
    static func echo() -> Probe {
        let probe = Probe()
        probe.onReceived = { bytes, connection in
            connection.send(UnsafeRawBufferPointer(bytes))
            if connection.isLagging { connection.pauseReading() }
            return bytes.count
        }
        probe.onDrained = { $0.resumeReading() }
        return probe
    }
}

/// A loop whose listener's connections are secured.
struct SecuredServer {
    let handle: LoopHandle
    let port: UInt16

    init(
        _ issued: TestAuthority.Issued, limits: SendLimits = SendLimits(), handshake: UInt64 = 30_000_000_000,
        _ make: @escaping @Sendable (StreamConnection) -> Probe
    ) throws {
        let context = try TLSServerContext(certificatePath: issued.certificatePath, keyPath: issued.keyPath)
        let socket = try Listener.open(address: "127.0.0.1", port: 0)
        port = socket.port
        handle = try EventLoop.start(name: "test-tls") { loop in
            let listener = Listener(socket: socket) { loop, accepted in
                do {
                    let connection = try StreamConnection(
                        adopting: accepted, on: loop, limits: limits, handler: Probe())
                    connection.secure(by: try context.stream(handshakeNanoseconds: handshake))
                    connection.handler = make(connection)
                } catch { Issue.record("\(error)") }
            }
            do { try listener.start(on: loop) } catch { Issue.record("\(error)") }
        }
    }

    func stop() { handle.post { $0.stop() } }
}

/// A client's connection on a loop of its own.
struct SecuredClient {
    let handle: LoopHandle

    init(
        _ authority: TestAuthority, port: UInt16, limits: SendLimits = SendLimits(),
        _ make: @escaping @Sendable () -> Probe
    ) throws {
        let context = try TLSClientContext(trust: .file(authority.certificatePath))
        handle = try EventLoop.start(name: "test-client") { loop in
            let probe = make()
            let onOpened = probe.onOpened
            probe.onOpened = { connection in
                do { connection.secure(by: try context.stream(to: "localhost")) } catch { Issue.record("\(error)") }
                onOpened(connection)
            }
            do {
                _ = try StreamConnection.connect(
                    address: "127.0.0.1", port: port, on: loop, limits: limits, handler: probe)
            } catch { Issue.record("\(error)") }
        }
    }

    func stop() { handle.post { $0.stop() } }
}

/// A blocking client that decides about every byte on the wire.
final class WireClient {
    let socket: BlockingSocket
    let tls: TLSStream

    init(_ authority: TestAuthority, port: UInt16, chunk: Int = .max) throws {
        socket = try BlockingSocket(port: port)
        tls = try TLSClientContext(trust: .file(authority.certificatePath)).stream(to: "localhost")
        tls.begin()
        write(chunk: chunk)
        while !tls.isEstablished, receive() != nil { write(chunk: chunk) }
    }

    /// Sends what waits, in pieces of at most `chunk` bytes.
    func write(chunk: Int = .max) {
        let bytes = tls.takeOutgoing()
        var start = 0
        while start < bytes.count {
            let end = start + min(chunk, bytes.count - start)
            socket.write(Array(bytes[start..<end]))
            start = end
        }
    }

    /// Plaintext that has come; nil at the end of the connection.
    func receive() -> [UInt8]? {
        let bytes = socket.readSome()
        return bytes.isEmpty ? nil : tls.take(bytes)
    }

    func read(_ count: Int) -> [UInt8] {
        var all: [UInt8] = []
        while all.count < count, let more = receive() { all += more }
        return all
    }
}
