import Basics
import Synchronization

/// A time of day that stands still until a test moves it.
final class TestClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_800_000_000_000)

    var now: Int64 { milliseconds.withLock { $0 } }

    var wallClock: WallClock { WallClock { [self] in now } }

    func advance(by change: Int64) {
        milliseconds.withLock { $0 += change }
    }
}
