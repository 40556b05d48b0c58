internal import CLinux
internal import Glibc
internal import Synchronization

/// The only face of an ``EventLoop`` that other threads see: an executor and a mailbox.
///
/// Tasks that resume on the loop and posted work stand in **one** queue and run in the order in which they were
/// enqueued, whichever thread enqueued them. The order of messages in a chat rests on this.
///
/// A task must *prefer* the loop (`Task(executorPreference: handle)`), not merely belong to an actor on it: a
/// continuation resumes on the task's preferred executor, and without one it takes a detour through the global pool.
public final class LoopHandle: SerialExecutor, TaskExecutor, Sendable {
    enum Item {
        case job(UnownedJob)
        case work(@Sendable (EventLoop) -> Void)
    }

    private let inbox = Mutex<[Item]>([])
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

    /// Runs `work` on the loop's thread, after everything that was enqueued before. Callable from any thread.
    ///
    /// Work posted after the loop has stopped never runs.
    public func post(_ work: @escaping @Sendable (EventLoop) -> Void) { enqueue(.work(work)) }

    /// Runs `body` on the loop's thread and returns its result. Callable from any thread.
    public func call<Result: Sendable>(_ body: @escaping @Sendable (EventLoop) -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            post { loop in continuation.resume(returning: body(loop)) }
        }
    }

    /// Whether the caller runs on the loop's thread.
    public var isOnLoop: Bool {
        let here = UInt(bitPattern: clinux_thread_owner())
        return here != 0 && here == owner.load(ordering: .relaxed)
    }

    // MARK: Executor

    public func enqueue(_ job: consuming ExecutorJob) { enqueue(.job(UnownedJob(job))) }

    public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    public func checkIsolated() { precondition(isOnLoop, "called off the event loop that owns this state") }

    public func isIsolatingCurrentContext() -> Bool? { isOnLoop }

    // MARK: For the loop's own thread

    func setOwner(_ pointer: UnsafeMutableRawPointer?) {
        owner.store(UInt(bitPattern: pointer), ordering: .relaxed)
    }

    /// Exchanges the inbox with an empty `buffer`, whose capacity the inbox goes on to use.
    func swapInbox(_ buffer: inout [Item]) {
        inbox.withLock { swap(&$0, &buffer) }
    }

    /// Announces that the loop is about to sleep. False: something has come in meanwhile, look again instead.
    ///
    /// No wake-up is lost: whoever enqueues after the look finds `armed` false and writes the descriptor; whoever
    /// enqueued before is seen by the look, because the inbox's lock orders the two.
    func prepareToSleep() -> Bool {
        armed.store(false, ordering: .sequentiallyConsistent)
        if inbox.withLock({ $0.isEmpty }) { return true }
        armed.store(true, ordering: .sequentiallyConsistent)
        return false
    }

    /// The loop is awake and will look before it sleeps again, so nobody needs to wake it.
    func awake() { armed.store(true, ordering: .sequentiallyConsistent) }

    private func enqueue(_ item: Item) {
        inbox.withLock { $0.append(item) }
        // On its own thread the loop is awake by definition.
        if isOnLoop || armed.exchange(true, ordering: .sequentiallyConsistent) { return }
        clinux_eventfd_signal(wakeDescriptor)
    }
}
