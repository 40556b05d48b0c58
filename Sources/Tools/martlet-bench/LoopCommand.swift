internal import EventLoop
internal import Glibc

/// A command that measures over sockets. Everything happens on one loop, so that the tool takes little from the machine
/// that it shares with the server.
enum LoopCommand {
    /// - Parameter measure: runs on the loop; what it returns is printed.
    static func run(
        _ measure: @escaping @Sendable (LoopHandle) async throws(BenchFailure) -> String
    ) throws(BenchFailure) -> Never {
        OpenFiles.raiseLimit()
        let loop: LoopHandle
        do {
            loop = try EventLoop.start(name: "bench") { _ in }
        } catch {
            throw BenchFailure(error.message)
        }
        Task(executorPreference: loop) {
            do throws(BenchFailure) {
                print(try await measure(loop))
                exit(0)
            } catch {
                error.tell()
                exit(1)
            }
        }
        while true { pause() }
    }

    /// The loop whose thread this is.
    static func current() throws(BenchFailure) -> EventLoop {
        guard let loop = EventLoop.current else { throw BenchFailure("not on the loop") }
        return loop
    }
}
