internal import Contracts
internal import Synchronization
internal import WireProtocol

/// Keeps Communication's copy of everybody's devices as Identity announces them.
///
/// Changes are applied one after another in the order heard. One that cannot be stored goes back to the head and is
/// tried again with the next, or by `resume`.
final class DeviceListener: Sendable {
    private struct State {
        var waiting: [DeviceChanged] = []
        var isApplying = false
    }

    /// Changes that may wait while the store refuses; older ones go first, and Identity tells everything again.
    private static let waitingMax = 10_000

    private let devices: any DeviceProjection
    private let state = Mutex(State())

    init(devices: any DeviceProjection) {
        self.devices = devices
    }

    func heard(_ event: Event) {
        guard case .deviceChanged(let change)? = event.body else { return }
        state.withLock { state in
            if state.waiting.count == Self.waitingMax { state.waiting.removeFirst() }
            state.waiting.append(change)
        }
        resume()
    }

    /// Applies what waits, unless that is under way.
    func resume() {
        let starts = state.withLock { state -> Bool in
            guard !state.isApplying, !state.waiting.isEmpty else { return false }
            state.isApplying = true
            return true
        }
        guard starts else { return }
        Task(executorPreference: globalConcurrentExecutor) { await self.applyWaiting() }
    }

    private func applyWaiting() async {
        while let change = next() {
            do throws(StoreError) {
                try await devices.apply(change)
            } catch {
                return state.withLock { state in
                    state.waiting.insert(change, at: 0)
                    state.isApplying = false
                }
            }
        }
    }

    private func next() -> DeviceChanged? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isApplying = false
                return nil
            }
            return state.waiting.removeFirst()
        }
    }
}
