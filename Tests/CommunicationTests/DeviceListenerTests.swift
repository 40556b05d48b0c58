import Basics
import Contracts
import Synchronization
import Testing
import WireProtocol

@testable import Communication

@Suite("What Communication hears of devices")
struct DeviceListenerTests {
    /// Refuses as often as it is told to, and says what it took.
    private final class Projection: DeviceProjection {
        private let failuresLeft: Mutex<Int>
        private let calls: AsyncStream<DeviceChanged?>.Continuation
        let applied: AsyncStream<DeviceChanged?>

        init(failures: Int) {
            failuresLeft = Mutex(failures)
            (applied, calls) = AsyncStream.makeStream()
        }

        func apply(_ change: DeviceChanged) async throws(StoreError) {
            let fails = failuresLeft.withLock { left in
                defer { left = max(0, left - 1) }
                return left > 0
            }
            calls.yield(fails ? nil : change)
            if fails { throw StoreError(.failed) }
        }
    }

    private func change(_ version: UInt64) -> DeviceChanged { DeviceChanged(userID: 1, deviceID: 2, version: version) }

    @Test("changes are applied in the order heard, other events pass by")
    func order() async {
        let projection = Projection(failures: 0)
        let listener = DeviceListener(devices: projection)
        listener.heard(Event(body: .typingChanged(TypingChanged())))
        for version in 1...5 as ClosedRange<UInt64> { listener.heard(Event(body: .deviceChanged(change(version)))) }
        var applied: [UInt64] = []
        for await change in projection.applied {
            applied.append(change?.version ?? 0)
            if applied.count == 5 { break }
        }
        #expect(applied == [1, 2, 3, 4, 5])
    }

    @Test("one that the store refuses is applied later, before what came after it")
    func failure() async {
        let projection = Projection(failures: 1)
        let listener = DeviceListener(devices: projection)
        listener.heard(Event(body: .deviceChanged(change(1))))
        var calls = projection.applied.makeAsyncIterator()
        #expect(await calls.next() == .some(nil), "refused")
        listener.heard(Event(body: .deviceChanged(change(2))))
        listener.resume()
        var applied: [UInt64] = []
        while applied.count < 2 {
            listener.resume()
            if let change = await calls.next() { applied.append(change?.version ?? 0) }
        }
        #expect(applied == [1, 2])
    }
}
