internal import Synchronization

/// The bytes that long bodies of unknown senders may take while they come in, in a process. May be used from any
/// thread.
///
/// Without it every connection could hold the longest body there may be, and nobody would need an account for it.
public final class BodyBudget: Sendable {
    private let bytesMax: Int
    private let taken = Mutex(0)

    public init(bytesMax: Int = 64 << 20) { self.bytesMax = bytesMax }

    /// Give the same back with ``give(_:)``.
    func take(_ bytes: Int) -> Bool {
        taken.withLock { taken in
            guard bytes <= bytesMax - taken else { return false }
            taken += bytes
            return true
        }
    }

    func give(_ bytes: Int) { taken.withLock { $0 -= bytes } }

    /// For tests.
    public var takenBytes: Int { taken.withLock { $0 } }
}
