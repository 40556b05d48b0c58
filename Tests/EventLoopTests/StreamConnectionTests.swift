import EventLoop
import Glibc
import TestSupport
import Testing

/// A handler made of closures.
final class Probe: StreamHandler {
    var onReceived: (UnsafeMutableRawBufferPointer, StreamConnection) -> Int = { bytes, _ in bytes.count }
    var onClosed: (CloseReason) -> Void = { _ in }
    var onDrained: (StreamConnection) -> Void = { _ in }

    func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int {
        onReceived(bytes, connection)
    }
    func closed(_ connection: StreamConnection, reason: CloseReason) { onClosed(reason) }
    func drained(_ connection: StreamConnection) { onDrained(connection) }
}

/// A loop with a listener whose connections get the handler that `make` returns.
func serve(
    limits: SendLimits = SendLimits(), _ make: @escaping @Sendable (StreamConnection) -> Probe
) async throws -> (handle: LoopHandle, port: UInt16) {
    let socket = try Listener.open(address: "127.0.0.1", port: 0)
    let handle = try startLoop { loop in
        let listener = Listener(socket: socket) { loop, accepted in
            let placeholder = Probe()
            guard
                let connection = try? StreamConnection(
                    adopting: accepted, on: loop, limits: limits, handler: placeholder)
            else { return }
            connection.handler = make(connection)
        }
        do { try listener.start(on: loop) } catch { Issue.record("\(error)") }
    }
    return (handle, socket.port)
}

@Suite(.timeLimit(.minutes(1)))
struct StreamConnectionTests {
    @Test func echoesAndClosesWhenThePeerDoes() async throws {
        let (reasons, report) = AsyncStream<CloseReason>.makeStream()
        let (handle, port) = try await serve { _ in
            let probe = Probe()
            probe.onReceived = { bytes, connection in
                connection.send(UnsafeRawBufferPointer(bytes))
                return bytes.count
            }
            probe.onClosed = { report.yield($0) }
            return probe
        }
        defer { handle.stop() }
        let client = try BlockingSocket(port: port)
        for size in [1, 100, 70_000] {
            let data = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
            client.write(data)
            #expect(client.read(size) == data)
        }
        // Half-closed: what was asked before is still answered.
        client.write("last")
        client.endOutput()
        #expect(client.readText(100) == "last")
        #expect(await reasons.first { _ in true } == .peerClosed)
    }

    @Test func unconsumedInputComesBackInFront() async throws {
        let (handle, port) = try await serve { _ in
            let probe = Probe()
            // Whole lines only.
            probe.onReceived = { bytes, connection in
                guard let end = bytes.firstIndex(of: 10) else { return 0 }
                connection.send(UnsafeRawBufferPointer(rebasing: bytes[...end]))
                let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[(end + 1)...])
                return end + 1 + (rest.isEmpty ? 0 : probe.onReceived(rest, connection))
            }
            return probe
        }
        defer { handle.stop() }
        let client = try BlockingSocket(port: port)
        for byte in "one\ntwo\n".utf8 { client.write([byte]) }
        client.write("three\nfo")
        client.write("ur\n")
        #expect(client.readText(19) == "one\ntwo\nthree\nfour\n")
    }

    @Test func pausingHoldsBackWhatHasBeenRead() async throws {
        let log = Log<UInt8>()
        let (handle, port) = try await serve { _ in
            let probe = Probe()
            probe.onReceived = { bytes, connection in
                log.add(bytes[0])
                connection.pauseReading()
                let token = connection.token, count = log.all.count
                connection.loop.schedule(afterNanoseconds: 500_000) { loop in
                    #expect(log.all.count == count)
                    loop.connection(token)?.resumeReading()
                }
                connection.send([bytes[0]])
                return 1
            }
            return probe
        }
        defer { handle.stop() }
        let client = try BlockingSocket(port: port)
        client.write("abcdefgh")
        #expect(client.readText(8) == "abcdefgh")
        #expect(log.all == Array("abcdefgh".utf8))
    }

    @Test func aNewHandlerGetsTheRestAtOnce() async throws {
        let (handle, port) = try await serve { _ in
            let first = Probe()
            first.onReceived = { _, connection in
                let second = Probe()
                second.onReceived = { bytes, connection in
                    connection.send(UnsafeRawBufferPointer(bytes))
                    return bytes.count
                }
                connection.handler = second
                return 2
            }
            return first
        }
        defer { handle.stop() }
        let client = try BlockingSocket(port: port)
        client.write("xxrest")
        #expect(client.readText(4) == "rest")
    }

    @Test func aReaderThatDoesNotReadIsClosedByOverflow() async throws {
        let (reasons, report) = AsyncStream<CloseReason>.makeStream()
        let (handle, port) = try await serve { _ in
            let probe = Probe()
            probe.onReceived = { bytes, connection in
                Self.flood(connection)
                return bytes.count
            }
            probe.onClosed = { report.yield($0) }
            return probe
        }
        defer { handle.stop() }
        let client = try BlockingSocket(port: port)
        client.write("go")
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
        let (reasons, report) = AsyncStream<CloseReason>.makeStream()
        let limits = SendLimits(hardBytes: 64 << 20, stallNanoseconds: 50_000_000)
        let (handle, port) = try await serve(limits: limits) { _ in
            let probe = Probe()
            probe.onReceived = { bytes, connection in
                connection.send([UInt8](repeating: 0, count: 32 << 20))
                return bytes.count
            }
            probe.onClosed = { report.yield($0) }
            return probe
        }
        defer { handle.stop() }
        let client = try BlockingSocket(port: port, receiveBuffer: 4096)
        client.write("go")
        #expect(await reasons.first { _ in true } == .stalled)
        _ = client
    }

    @Test func aSlowReaderDrains() async throws {
        let (drains, report) = AsyncStream<Int>.makeStream()
        let (handle, port) = try await serve { _ in
            let probe = Probe()
            probe.onReceived = { bytes, connection in
                for _ in 0..<10 { connection.send([UInt8](repeating: 7, count: 100_000)) }
                #expect(connection.isLagging)
                return bytes.count
            }
            probe.onDrained = { report.yield($0.bufferedBytes) }
            return probe
        }
        defer { handle.stop() }
        let client = try BlockingSocket(port: port)
        client.write("go")
        #expect(client.read(1_000_000).count == 1_000_000)
        #expect(try #require(await drains.first { _ in true }) <= SendLimits().lowBytes)
    }

    @Test func theLastAnswerSurvivesUnreadInput() async throws {
        let (handle, port) = try await serve { _ in
            let probe = Probe()
            probe.onReceived = { bytes, connection in
                connection.send([UInt8](repeating: 1, count: 200_000))
                connection.closeAfterFlush()
                return bytes.count
            }
            return probe
        }
        defer { handle.stop() }
        let client = try BlockingSocket(port: port)
        client.write([UInt8](repeating: 0, count: 300_000))
        #expect(client.read(1_000_000).count == 200_000)
    }

    @Test func staleTokensFindNothing() async throws {
        let (tokens, report) = AsyncStream<UInt64>.makeStream()
        let (handle, port) = try await serve { connection in
            report.yield(connection.token)
            connection.close()
            return Probe()
        }
        defer { handle.stop() }
        var iterator = tokens.makeAsyncIterator()
        var seen: Set<UInt64> = []
        for _ in 0..<5 {
            let client = try BlockingSocket(port: port)
            #expect(client.read(1).isEmpty)
            let token = try #require(await iterator.next())
            #expect(seen.insert(token).inserted)
            #expect(await handle.call { $0.connection(token) == nil })
        }
    }

    @Test func connectingToNobodyFails() async throws {
        let socket = try Listener.open(address: "127.0.0.1", port: 0)
        Glibc.close(socket.descriptor)
        let handle = try startLoop()
        defer { handle.stop() }
        let reason: CloseReason = await withCheckedContinuation { done in
            handle.post { loop in
                let probe = Probe()
                probe.onClosed = { done.resume(returning: $0) }
                do {
                    _ = try StreamConnection.connect(
                        address: "127.0.0.1", port: socket.port, on: loop, handler: probe)
                } catch { Issue.record("\(error)") }
            }
        }
        #expect(reason == .failed(errno: ECONNREFUSED))
    }

    @Test func listenersShareAPort() throws {
        let first = try Listener.open(address: "127.0.0.1", port: 0)
        let second = try Listener.open(address: "127.0.0.1", port: first.port)
        #expect(first.port == second.port)
        Glibc.close(first.descriptor)
        Glibc.close(second.descriptor)
        #expect(throws: EventLoopError.self) { try Listener.open(address: "not an address", port: 1) }
        #expect(throws: EventLoopError.self) { try Listener.open(address: "192.0.2.1", port: 0) }
    }

    @Test func stoppingTheLoopClosesItsConnections() async throws {
        let (reasons, report) = AsyncStream<CloseReason>.makeStream()
        let (handle, port) = try await serve { connection in
            let probe = Probe()
            probe.onClosed = { report.yield($0) }
            connection.send([1])
            return probe
        }
        let client = try BlockingSocket(port: port)
        #expect(client.read(1) == [1])
        handle.stop()
        #expect(await reasons.first { _ in true } == .loopStopped)
        #expect(client.read(1).isEmpty)
    }
}
