import EventLoop
import Glibc
import TransportSecurity

/// Sends back what comes, and tells on standard output why each connection was closed.
final class EchoServer: StreamHandler {
    static func run(certificatePath: String, keyPath: String) throws {
        let context = try TLSServerContext(certificatePath: certificatePath, keyPath: keyPath)
        let socket = try Listener.open(address: "127.0.0.1", port: 0)
        _ = try EventLoop.start(name: "echo") { loop in
            let listener = Listener(socket: socket) { loop, accepted in
                guard let stream = try? StreamConnection(adopting: accepted, on: loop, handler: EchoServer()),
                    let security = try? context.stream()
                else { return }
                stream.secure(by: security)
            }
            do { try listener.start(on: loop) } catch { print(error) }
        }
        tell("\(socket.port)")
        while getchar() != EOF {}
    }

    /// A line that leaves at once, also through a pipe.
    private static func tell(_ line: String) {
        print(line)
        fflush(nil)
    }

    func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int {
        connection.send(UnsafeRawBufferPointer(bytes))
        if connection.isLagging { connection.pauseReading() }
        return bytes.count
    }

    func drained(_ connection: StreamConnection) { connection.resumeReading() }

    func closed(_ connection: StreamConnection, reason: CloseReason) { Self.tell("closed: \(reason)") }
}
