import Communication
import SimulatedBackend

struct SimulatedPropertyStore: PropertyStore {
    let clock = MovingClock()
    private let backend: SimulatedBackend

    init() {
        backend = SimulatedBackend(clock: clock.wallClock, durableConsumers: [World.consumer])
    }

    var ports: CommunicationPorts { backend.communication }

    func restart() { backend.restart() }
}
