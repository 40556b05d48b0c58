import Basics
import Communication
import Synchronization

/// A store on which sequences of operations are tried.
protocol PropertyStore: Sendable {
    var clock: MovingClock { get }
    var ports: CommunicationPorts { get }
    /// Closes and opens the store, as another process would.
    func restart() throws
}

/// A time of day that only operations move.
final class MovingClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_800_000_000_000)

    var now: Int64 { milliseconds.withLock { $0 } }

    var wallClock: WallClock { WallClock { [self] in now } }

    func advance(by change: Int64) {
        milliseconds.withLock { $0 += change }
    }
}
