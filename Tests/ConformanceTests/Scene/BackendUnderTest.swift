import Basics
import Communication
import Testing

/// The implementations of Communication's ports that are held against each other: every test runs on each.
enum BackendUnderTest: String, CaseIterable, CustomTestStringConvertible {
    case sqlite
    case simulated

    var testDescription: String { rawValue }

    /// Whether transactions come one after another. Where they do not, two may be open at the same time, and the one
    /// with the lower outbox numbers may commit last.
    var hasSingleWriter: Bool { self != .simulated }

    func open(_ settings: BackendSettings) throws -> any OpenBackend {
        switch self {
        case .sqlite: try OpenSQLiteBackend(settings)
        case .simulated: OpenSimulatedBackend(settings)
        }
    }
}

struct BackendSettings: Sendable {
    let limits: Limits
    let clock: WallClock
    let durableConsumers: [String]
}

/// A store that is open.
protocol OpenBackend: Sendable {
    var ports: CommunicationPorts { get }
    /// Closes the store and opens it again, as another process would.
    func restart() throws
    func close()
}
