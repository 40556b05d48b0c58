import Basics
import Communication
import EmbeddedBackend
import Observability
import Synchronization
import TestSupport

/// SQLite files in a directory of their own.
final class SQLitePropertyStore: PropertyStore {
    let clock = MovingClock()
    private let directory: TemporaryDirectory
    private let backend: Mutex<EmbeddedBackend>

    init() throws {
        directory = try TemporaryDirectory()
        backend = Mutex(try Self.open(directory.path, clock))
    }

    deinit {
        backend.withLock { $0 }.close()
    }

    var ports: CommunicationPorts { backend.withLock { $0.communication } }

    func restart() throws {
        backend.withLock { $0 }.close()
        let reopened = try Self.open(directory.path, clock)
        backend.withLock { $0 = reopened }
    }

    private static func open(_ directory: String, _ clock: MovingClock) throws -> EmbeddedBackend {
        try EmbeddedBackend(
            directory: directory, limits: Limits(), metrics: MetricRegistry(), logger: Logger(minimum: .error),
            clock: clock.wallClock, durableConsumers: [World.consumer])
    }
}
