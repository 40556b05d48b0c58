import Communication
import SimulatedBackend

/// The simulated store. It has no files; what a restart means there is that nobody holds a claim any more.
struct OpenSimulatedBackend: OpenBackend {
    let backend: SimulatedBackend

    init(_ settings: BackendSettings) {
        backend = SimulatedBackend(
            limits: settings.limits, clock: settings.clock, durableConsumers: settings.durableConsumers)
    }

    var ports: CommunicationPorts { backend.communication }

    func restart() { backend.restart() }

    func close() {}
}
