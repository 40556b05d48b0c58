internal import CLinux
internal import Glibc
internal import Synchronization

/// The one queue through which everything enters a loop, whatever face of the loop it was handed to.
final class LoopInbox: Sendable {
    enum Item {
        /// A task that prefers the loop, or resumes there.
        case taskJob(UnownedJob)
        /// A job of an actor that lives on the loop.
        case actorJob(UnownedJob)
        case work(@Sendable (EventLoop) -> Void)
    }

    private let items = Mutex<[Item]>([])
    /// True while the loop is going to look into the inbox before it sleeps: whoever enqueues need not wake it.
    private let armed = Atomic<Bool>(false)
    /// The loop that runs this thread, as it stands in the thread's owner; 0 before it starts and after it has ended.
    private let owner = Atomic<UInt>(0)
    /// Registered edge-triggered and never read: each write is an edge of its own.
    let wakeDescriptor: Int32

    init() throws(EventLoopError) {
        let descriptor = clinux_eventfd(1)
        if descriptor < 0 { throw .failed("cannot create the loop's wake-up descriptor", descriptor) }
        wakeDescriptor = descriptor
    }

    deinit { _ = Glibc.close(wakeDescriptor) }

    var isOnLoop: Bool {
        let here = UInt(bitPattern: clinux_thread_owner())
        return here != 0 && here == owner.load(ordering: .relaxed)
    }

    func enqueue(_ item: Item) {
        items.withLock { $0.append(item) }
        // On its own thread the loop is awake by definition.
        if isOnLoop || armed.exchange(true, ordering: .sequentiallyConsistent) { return }
        clinux_eventfd_signal(wakeDescriptor)
    }

    // MARK: For the loop's own thread

    func setOwner(_ pointer: UnsafeMutableRawPointer?) {
        owner.store(UInt(bitPattern: pointer), ordering: .relaxed)
    }

    /// Exchanges the items with an empty `buffer`, whose capacity the inbox goes on to use.
    func swapItems(_ buffer: inout [Item]) {
        items.withLock { swap(&$0, &buffer) }
    }

    /// Announces that the loop is about to sleep. False: something has come in meanwhile, look again instead.
    ///
    /// No wake-up is lost: whoever enqueues after the look finds `armed` false and writes the descriptor; whoever
    /// enqueued before is seen by the look, because the lock orders the two.
    func prepareToSleep() -> Bool {
        armed.store(false, ordering: .sequentiallyConsistent)
        if items.withLock({ $0.isEmpty }) { return true }
        armed.store(true, ordering: .sequentiallyConsistent)
        return false
    }

    /// The loop is awake and will look before it sleeps again, so nobody needs to wake it.
    func awake() { armed.store(true, ordering: .sequentiallyConsistent) }
}
