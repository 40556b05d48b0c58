internal import Synchronization

/// The only face of an ``EventLoop`` that other threads see: an executor and a mailbox.
///
/// Tasks that resume on the loop and posted work stand in **one** queue and run in the order in which they were
/// enqueued, whichever thread enqueued them. The order of messages in a chat rests on this.
///
/// A task must *prefer* the loop (`Task(executorPreference: handle)`), not merely belong to an actor on it: a
/// continuation resumes on the task's preferred executor, and without one it takes a detour through the global pool.
public final class LoopHandle: SerialExecutor, TaskExecutor, Sendable {
    let inbox: LoopInbox
    private let busy = Atomic<UInt64>(0)
    private let actors: ActorExecutor

    init() throws(EventLoopError) {
        inbox = try LoopInbox()
        actors = ActorExecutor(inbox)
    }

    /// Runs `work` on the loop's thread, after everything that was enqueued before. Callable from any thread.
    ///
    /// Work posted after the loop has stopped never runs.
    public func post(_ work: @escaping @Sendable (EventLoop) -> Void) { inbox.enqueue(.work(work)) }

    /// Runs `body` on the loop's thread and returns its result. Callable from any thread.
    public func call<Result: Sendable>(_ body: @escaping @Sendable (EventLoop) -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            post { loop in continuation.resume(returning: body(loop)) }
        }
    }

    /// Nanoseconds that the loop has worked since it started, the waiting not counted. Callable from any thread.
    public var busyNanoseconds: UInt64 { busy.load(ordering: .relaxed) }

    /// On the loop only, which alone writes it.
    func noteBusy(_ nanoseconds: UInt64) {
        busy.store(busy.load(ordering: .relaxed) &+ nanoseconds, ordering: .relaxed)
    }

    /// Whether the caller runs on the loop's thread.
    public var isOnLoop: Bool { inbox.isOnLoop }

    /// Takes a job of a task that prefers the loop.
    public func enqueue(_ job: consuming ExecutorJob) { inbox.enqueue(.taskJob(UnownedJob(job))) }

    /// For the `unownedExecutor` of an actor that lives on the loop, which must keep this handle alive.
    public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: actors) }

    public func checkIsolated() { actors.checkIsolated() }

    public func isIsolatingCurrentContext() -> Bool? { isOnLoop }

    /// Actors' jobs come to an object of their own, because they must be run differently. The runtime keeps track of
    /// what a thread is isolated to: a task's job run as if isolated to the loop would hop to its preferred executor
    /// first, which is the same loop, but the end of its queue. It would lose its place.
    private final class ActorExecutor: SerialExecutor {
        private let inbox: LoopInbox

        init(_ inbox: LoopInbox) { self.inbox = inbox }

        func enqueue(_ job: consuming ExecutorJob) { inbox.enqueue(.actorJob(UnownedJob(job))) }

        func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

        func checkIsolated() { precondition(inbox.isOnLoop, "called off the event loop that owns this state") }

        func isIsolatingCurrentContext() -> Bool? { inbox.isOnLoop }
    }
}
