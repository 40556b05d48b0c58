import EventLoop
import Synchronization
import Testing

final class Log<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    func add(_ element: Element) { elements.withLock { $0.append(element) } }
    var all: [Element] { elements.withLock { $0 } }
}

func startLoop(_ setUp: @escaping @Sendable (EventLoop) -> Void = { _ in }) throws -> LoopHandle {
    try EventLoop.start(name: "test-loop", setUp: setUp)
}

extension LoopHandle {
    func stop() { post { $0.stop() } }
}

@Suite(.timeLimit(.minutes(1)))
struct LoopHandleTests {
    @Test func jobsAndWorkRunInTheOrderTheyWereEnqueued() async throws {
        let handle = try startLoop()
        defer { handle.stop() }
        let log = Log<Int>()
        // More than one tick's share, enqueued while the loop is busy with this.
        let count = EventLoop.inboxItemsPerTick * 3
        await handle.call { loop in
            for index in 0..<count {
                if index.isMultiple(of: 2) {
                    loop.handle.post { _ in log.add(index) }
                } else {
                    Task(executorPreference: loop.handle) { log.add(index) }
                }
            }
        }
        await handle.call { _ in }
        #expect(log.all == Array(0..<count))
    }

    @Test func aTickThatTakesTooLongIsTold() async throws {
        let handle = try startLoop()
        defer { handle.stop() }
        let log = Log<String>()
        let (told, tell) = AsyncStream<Void>.makeStream()
        await handle.call { loop in
            loop.watchTicks(longerThan: 5_000_000) { _ in
                log.add("slow")
                tell.yield()
            }
        }
        let before = log.all.count
        await handle.call { _ in
            let end = ContinuousClock.now + .milliseconds(10)
            while ContinuousClock.now < end {}
        }
        #expect(await told.first { _ in true } != nil)
        #expect(log.all.count > before)
    }

    @Test func aResumedTaskKeepsItsPlaceAmongPostedWork() async throws {
        let handle = try startLoop()
        defer { handle.stop() }
        let log = Log<String>()
        let waiting = Log<UnsafeContinuation<Void, Never>>()
        await handle.call { loop in
            for index in 0..<10 {
                Task(executorPreference: loop.handle) {
                    await withUnsafeContinuation { waiting.add($0) }
                    log.add("task \(index)")
                }
            }
        }
        await handle.call { loop in
            for (index, continuation) in waiting.all.enumerated() {
                loop.handle.post { _ in log.add("work \(index)") }
                continuation.resume()
            }
        }
        await handle.call { _ in }
        #expect(log.all == (0..<10).flatMap { ["work \($0)", "task \($0)"] })
    }

    @Test func manyProducersLoseNothingAndKeepTheirOrder() async throws {
        let handle = try startLoop()
        defer { handle.stop() }
        let producers = 8, each = 5000
        let log = Log<(Int, Int)>()
        await withTaskGroup(of: Void.self) { group in
            for producer in 0..<producers {
                group.addTask {
                    for index in 0..<each {
                        handle.post { _ in log.add((producer, index)) }
                        // Lets the loop fall asleep now and then, so that it must be woken again.
                        if index.isMultiple(of: 500) { await handle.call { _ in } }
                    }
                }
            }
        }
        await handle.call { _ in }
        let all = log.all
        #expect(all.count == producers * each)
        for producer in 0..<producers {
            #expect(all.filter { $0.0 == producer }.map(\.1) == Array(0..<each))
        }
    }

    @Test func twoSleepingLoopsAlwaysWakeEachOther() async throws {
        let ping = try startLoop(), pong = try startLoop()
        defer {
            ping.stop()
            pong.stop()
        }
        await withCheckedContinuation { done in volley(20_000, from: ping, to: pong) { done.resume() } }
    }

    private func volley(
        _ left: Int, from: LoopHandle, to: LoopHandle, _ done: @escaping @Sendable () -> Void
    ) {
        to.post { _ in left == 0 ? done() : volley(left - 1, from: to, to: from, done) }
    }

    @Test func aTaskThatPrefersTheLoopStaysOnIt() async throws {
        let handle = try startLoop()
        defer { handle.stop() }
        let other = try startLoop()
        defer { other.stop() }
        let task = Task(executorPreference: handle) {
            var places = [handle.isOnLoop, EventLoop.current?.handle === handle]
            await withUnsafeContinuation { continuation in other.post { _ in continuation.resume() } }
            places += [handle.isOnLoop, EventLoop.current?.handle === handle]
            await Task.yield()
            return places + [handle.isOnLoop, !other.isOnLoop]
        }
        #expect(await task.value.allSatisfy { $0 })
        #expect(!handle.isOnLoop)
        #expect(EventLoop.current == nil)
    }

    @Test func anActorCanLiveOnALoop() async throws {
        let handle = try startLoop()
        defer { handle.stop() }
        let resident = Resident(handle)
        #expect(await resident.isAtHome())
    }

    @Test func timersFireInOrderAndMayArmOthers() async throws {
        let handle = try startLoop()
        defer { handle.stop() }
        let log = Log<Int>()
        await withCheckedContinuation { done in
            handle.post { loop in
                loop.schedule(afterNanoseconds: 3_000_000) { _ in log.add(3) }
                let cancelled = loop.schedule(afterNanoseconds: 2_000_000) { _ in log.add(2) }
                loop.schedule(afterNanoseconds: 1_000_000) { loop in
                    log.add(1)
                    loop.cancel(cancelled)
                    loop.schedule(afterNanoseconds: 0) { loop in
                        log.add(10)
                        // Later than any of the others is due.
                        loop.schedule(afterNanoseconds: 3_000_000) { _ in done.resume() }
                    }
                }
                loop.schedule(afterNanoseconds: .max) { _ in log.add(99) }
            }
        }
        // On a slow machine 1 and 3 are due in one tick; then what 1 armed comes in the next.
        #expect(log.all == [1, 10, 3] || log.all == [1, 3, 10])
    }

    @Test func targetsAreFlushedOnceATick() async throws {
        let handle = try startLoop()
        defer { handle.stop() }
        let log = Log<Int>()
        await handle.call { loop in
            let target = Target(log)
            loop.attachment = target
            for _ in 0..<5 { loop.markDirty(target) }
        }
        // Runs in a later tick: what was marked has been flushed before the loop looked for more.
        await handle.call { _ in }
        await handle.call { _ in }
        #expect(log.all == [1])
    }
}

private actor Resident {
    nonisolated let home: LoopHandle
    nonisolated var unownedExecutor: UnownedSerialExecutor { home.asUnownedSerialExecutor() }

    init(_ home: LoopHandle) { self.home = home }

    func isAtHome() -> Bool {
        home.checkIsolated()
        return home.isOnLoop
    }
}

private final class Target: FlushTarget {
    private let log: Log<Int>

    init(_ log: Log<Int>) { self.log = log }

    func flush(_ loop: EventLoop) { log.add(1) }
}
