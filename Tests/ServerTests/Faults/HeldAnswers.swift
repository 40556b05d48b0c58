/// A place where answers are kept back as tests tell it to: what they say is true when they are made, and maybe not
/// when they arrive.
final class HeldAnswers: Sendable {
    private struct State: Sendable {
        var isHolding = false
        var held: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Watched(State())

    /// From now on answers wait for `release`.
    func hold() {
        state.change { $0.isHolding = true }
    }

    /// Waits until so many are held.
    func held(_ count: Int) async throws {
        _ = try await state.until("\(count) held", describe: { "\($0.held.count)" }) { state in
            state.held.count >= count ? true : nil
        }
    }

    var heldCount: Int { state.now.held.count }

    /// Lets everything go, in the order in which it came.
    func release() {
        let held = state.change { state in
            state.isHolding = false
            defer { state.held = [] }
            return state.held
        }
        for answer in held { answer.resume() }
    }

    /// Returns at once unless something is to be held.
    func pass() async {
        guard state.now.isHolding else { return }
        await withCheckedContinuation { continuation in
            let isHeld = state.change { state in
                if state.isHolding { state.held.append(continuation) }
                return state.isHolding
            }
            if !isHeld { continuation.resume() }
        }
    }
}
