internal import CLinux
internal import Glibc

/// One thread, one epoll, and everything that lives on them.
///
/// Confined to its thread and not `Sendable`: it is made on that thread, and only its ``handle`` leaves it. Each tick:
///
/// 1. drain the inbox: resumed tasks and posted work, in the order they came
/// 2. fire due timers
/// 3. go on with reads that were put off
/// 4. flush what has become dirty, one `send` per connection
/// 5. wait for the kernel, not at all when work is left
/// 6. readiness callbacks: read, parse, act, all synchronous
///
/// Replies written in 6 leave in 4 of the next tick, before the loop sleeps.
public final class EventLoop {
    /// Inbox items run in one tick; beyond them sockets get their turn first.
    public static let inboxItemsPerTick = 1024
    /// The size of ``scratch``.
    public static let scratchBytes = 128 * 1024

    /// Targets flushed may make others dirty (a room makes its members so); this many rounds fit in one tick.
    private static let flushRoundsPerTick = 4
    private static let eventsPerWait = 1024
    /// An inbox that a burst has grown beyond this many items is given back.
    private static let inboxCapacityKept = 16 * 1024
    private static let wakeToken = UInt64.max
    private static let longestWaitMilliseconds: UInt64 = 3_600_000

    /// What other threads may hold.
    public let handle: LoopHandle
    /// Where connections read into. Free for use between callbacks, but not inside ``StreamHandler``'s `received`.
    public let scratch: UnsafeMutableRawBufferPointer
    /// The application's state of this loop. The loop does not look at it.
    public var attachment: AnyObject?
    /// The monotonic clock in nanoseconds, read twice per tick.
    public private(set) var now: UInt64

    private var wokeAt: UInt64
    private let epoll: Int32
    private let events: UnsafeMutablePointer<epoll_event>
    private var slots = SlotTable()
    private var timers = TimerHeap<(EventLoop) -> Void>()
    private var batch: [LoopInbox.Item] = []
    private var batchIndex = 0
    private var dirty: [any FlushTarget] = []
    private var dirtyOthers: Set<ObjectIdentifier> = []
    private var spareDirty: [any FlushTarget] = []
    private var unread: [StreamConnection] = []
    private var isStopping = false
    private var slowTick: (limit: UInt64, body: (EventLoop) -> Void)?

    private init(handle: LoopHandle, epoll: Int32) {
        self.handle = handle
        self.epoll = epoll
        scratch = .allocate(byteCount: Self.scratchBytes, alignment: 16)
        events = .allocate(capacity: Self.eventsPerWait)
        now = clinux_monotonic_ns()
        wokeAt = now
    }

    deinit {
        scratch.deallocate()
        events.deallocate()
        _ = Glibc.close(epoll)
    }

    // MARK: Life

    /// What a new thread needs to become a loop.
    private final class Birth {
        let handle: LoopHandle
        let epoll: Int32
        let setUp: @Sendable (EventLoop) -> Void

        init(handle: LoopHandle, epoll: Int32, setUp: @escaping @Sendable (EventLoop) -> Void) {
            self.handle = handle
            self.epoll = epoll
            self.setUp = setUp
        }
    }

    /// Starts a loop on a thread of its own.
    ///
    /// - Parameters:
    ///   - name: the thread's name; Linux shows 15 bytes of it.
    ///   - setUp: runs on the loop's thread before its first tick.
    public static func start(
        name: String, setUp: @escaping @Sendable (EventLoop) -> Void
    ) throws(EventLoopError) -> LoopHandle {
        let handle = try LoopHandle()
        let epoll = clinux_epoll_create()
        if epoll < 0 { throw .failed("cannot create an event queue", epoll) }
        let events = EPOLLIN.rawValue | EPOLLET.rawValue
        let added = clinux_epoll_add(epoll, handle.inbox.wakeDescriptor, events, wakeToken)
        let birth = Unmanaged.passRetained(Birth(handle: handle, epoll: epoll, setUp: setUp))
        let started = added < 0 ? added : clinux_thread_start(name, threadBody, birth.toOpaque())
        if started < 0 {
            birth.release()
            _ = Glibc.close(epoll)
            throw .failed("cannot start the thread \(name)", started)
        }
        return handle
    }

    private static let threadBody: @convention(c) (UnsafeMutableRawPointer?) -> Void = { raw in
        guard let raw else { return }
        let birth = Unmanaged<Birth>.fromOpaque(raw).takeRetainedValue()
        let loop = EventLoop(handle: birth.handle, epoll: birth.epoll)
        let owner = Unmanaged<AnyObject>.passUnretained(loop).toOpaque()
        clinux_set_thread_owner(owner)
        birth.handle.inbox.setOwner(owner)
        birth.setUp(loop)
        loop.run()
        clinux_set_thread_owner(nil)
        birth.handle.inbox.setOwner(nil)
    }

    /// The loop whose thread this is; also from asynchronous code that runs on it.
    public static var current: EventLoop? {
        guard let owner = clinux_thread_owner() else { return nil }
        // Other threads may be owned by objects of another kind, hence the checked cast.
        return Unmanaged<AnyObject>.fromOpaque(owner).takeUnretainedValue() as? EventLoop
    }

    /// Ends the loop after this tick: connections close, the thread returns. What is enqueued later never runs.
    public func stop() { isStopping = true }

    /// The wall clock, in nanoseconds since 1970. For people and `Date` fields; intervals are measured with ``now``.
    public var wallClockNanoseconds: UInt64 { clinux_realtime_ns() }

    /// Has `body` called on the loop after each tick whose work took longer than this. One watches at a time.
    public func watchTicks(longerThan nanoseconds: UInt64, _ body: @escaping (EventLoop) -> Void) {
        slowTick = (nanoseconds, body)
    }

    // MARK: Timers

    /// Runs `body` on this loop when at least `afterNanoseconds` have passed. Timers due in one tick run in the order
    /// of their deadlines. One scheduled from within a timer waits for the next tick at least.
    @discardableResult
    public func schedule(afterNanoseconds delay: UInt64, _ body: @escaping (EventLoop) -> Void) -> TimerID {
        let (deadline, overflow) = now.addingReportingOverflow(delay)
        return timers.insert(deadline: overflow ? .max : deadline, body)
    }

    /// Cancels a timer. Does nothing when it has fired.
    public func cancel(_ timer: TimerID) { timers.cancel(timer) }

    // MARK: Descriptors

    /// Watches `descriptor`, edge-triggered, for input, output and hang-up. The descriptor must not block.
    public func register(
        _ descriptor: Int32, _ handler: any ReadinessHandler
    ) throws(EventLoopError) -> Registration {
        let token = slots.insert(handler)
        let events = EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue
        let result = clinux_epoll_add(epoll, descriptor, events, token)
        if result < 0 {
            slots.remove(token)
            throw .failed("cannot watch a descriptor", result)
        }
        return Registration(token: token, descriptor: descriptor)
    }

    /// Stops watching. Events that were already fetched in this tick find nobody. Leaves the descriptor open.
    public func deregister(_ registration: Registration) {
        guard slots[registration.token] != nil else { return }
        slots.remove(registration.token)
        _ = clinux_epoll_remove(epoll, registration.descriptor)
    }

    /// As ``deregister(_:)``, for a descriptor that is closed next: the kernel forgets it by itself.
    func forget(_ token: UInt64) { slots.remove(token) }

    /// The connection of this loop with that token, unless it has been closed.
    public func connection(_ token: UInt64) -> StreamConnection? { slots[token] as? StreamConnection }

    // MARK: Output

    /// Has `target` flushed once before the loop sleeps.
    public func markDirty(_ target: any FlushTarget) {
        if dirtyOthers.insert(ObjectIdentifier(target)).inserted { dirty.append(target) }
    }

    /// As ``markDirty(_:)``, for a target that knows by itself whether it is marked.
    func markDirtyOnce(_ target: any FlushTarget) { dirty.append(target) }

    /// Has `connection` read in the next tick, as no edge will tell it to.
    func readLater(_ connection: StreamConnection) { unread.append(connection) }

    // MARK: Tick

    private func run() {
        while !isStopping { tick() }
        drainInbox()
        flushDirty()
        for handler in slots.handlers { handler.loopStopped(self) }
        attachment = nil
    }

    private func tick() {
        now = clinux_monotonic_ns()
        drainInbox()
        fireTimers()
        continueReads()
        flushDirty()
        watchTick()
        let count = clinux_epoll_wait(epoll, events, Int32(Self.eventsPerWait), waitMilliseconds())
        handle.inbox.awake()
        now = clinux_monotonic_ns()
        wokeAt = now
        dispatch(Int(max(0, count)))
    }

    /// The work of a tick began when the kernel last let the loop go on.
    private func watchTick() {
        let end = clinux_monotonic_ns()
        handle.noteBusy(end - wokeAt)
        if let slowTick, end - wokeAt > slowTick.limit { slowTick.body(self) }
    }

    private func drainInbox() {
        var budget = Self.inboxItemsPerTick
        while budget > 0 {
            if batchIndex == batch.count, !refillBatch() { return }
            let item = batch[batchIndex]
            batchIndex += 1
            budget -= 1
            run(item)
        }
    }

    private func refillBatch() -> Bool {
        batch.removeAll(keepingCapacity: batch.capacity <= Self.inboxCapacityKept)
        batchIndex = 0
        handle.inbox.swapItems(&batch)
        return !batch.isEmpty
    }

    private func run(_ item: LoopInbox.Item) {
        switch item {
        case .work(let work): work(self)
        case .taskJob(let job): job.runSynchronously(on: handle.asUnownedTaskExecutor())
        case .actorJob(let job):
            job.runSynchronously(
                isolatedTo: handle.asUnownedSerialExecutor(), taskExecutor: handle.asUnownedTaskExecutor())
        }
    }

    private func fireTimers() {
        let limit = timers.nextNumber
        while let body = timers.popDue(now: now, madeBefore: limit) { body(self) }
    }

    private func continueReads() {
        if unread.isEmpty { return }
        var connections: [StreamConnection] = []
        swap(&connections, &unread)
        for connection in connections { connection.continueReading() }
    }

    private func flushDirty() {
        for _ in 0..<Self.flushRoundsPerTick where !dirty.isEmpty {
            swap(&dirty, &spareDirty)
            dirtyOthers.removeAll(keepingCapacity: true)
            for target in spareDirty { target.flush(self) }
            spareDirty.removeAll(keepingCapacity: true)
        }
    }

    private func waitMilliseconds() -> Int32 {
        if isStopping || batchIndex < batch.count || !dirty.isEmpty || !unread.isEmpty { return 0 }
        var wait: UInt64?
        if let deadline = timers.nextDeadline() {
            now = clinux_monotonic_ns()
            if deadline <= now { return 0 }
            // Rounded up: a timer must not find the clock a little before its deadline, and spin.
            wait = min((deadline - now - 1) / 1_000_000 + 1, Self.longestWaitMilliseconds)
        }
        guard handle.inbox.prepareToSleep() else { return 0 }
        return wait.map { Int32($0) } ?? -1
    }

    private func dispatch(_ count: Int) {
        let hangups = EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue
        for index in 0..<count {
            let token = clinux_event_token(events, Int32(index))
            // A token whose owner was closed earlier in this batch finds nobody.
            guard token != Self.wakeToken, let handler = slots[token] else { continue }
            let bits = clinux_event_bits(events, Int32(index))
            handler.ready(
                self, readable: bits & (EPOLLIN.rawValue | hangups) != 0, writable: bits & EPOLLOUT.rawValue != 0,
                hangup: bits & hangups != 0)
        }
    }
}
