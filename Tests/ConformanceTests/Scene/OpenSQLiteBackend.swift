import Communication
import EmbeddedBackend
import Observability
import Synchronization
import TestSupport

/// SQLite files in a directory of their own.
final class OpenSQLiteBackend: OpenBackend {
    private let directory: TemporaryDirectory
    private let settings: BackendSettings
    private let backend: Mutex<EmbeddedBackend>

    init(_ settings: BackendSettings) throws {
        directory = try TemporaryDirectory()
        self.settings = settings
        backend = Mutex(try Self.open(directory.path, settings))
    }

    var ports: CommunicationPorts { backend.withLock { $0.communication } }

    func restart() throws {
        close()
        let reopened = try Self.open(directory.path, settings)
        backend.withLock { $0 = reopened }
    }

    func close() {
        backend.withLock { $0 }.close()
    }

    private static func open(_ directory: String, _ settings: BackendSettings) throws -> EmbeddedBackend {
        try EmbeddedBackend(
            directory: directory, limits: settings.limits, metrics: MetricRegistry(), logger: Logger(minimum: .error),
            clock: settings.clock, durableConsumers: settings.durableConsumers)
    }
}
