import Synchronization

/// A state that any thread changes and that tests wait for, each wait with a deadline.
final class Watched<State: Sendable>: Sendable {
    private struct Waiter: Sendable {
        /// Looks at the state and ends the wait if it is as wanted.
        let attempt: @Sendable (inout State) -> Bool
        let expire: @Sendable (State) -> Void
    }

    private struct Contents: Sendable {
        var state: State
        var waiters: [UInt64: Waiter] = [:]
        var lastID: UInt64 = 0
    }

    private let contents: Mutex<Contents>

    init(_ state: State) {
        contents = Mutex(Contents(state: state))
    }

    var now: State { contents.withLock { $0.state } }

    /// Changes the state and ends the waits that it fulfils.
    @discardableResult
    func change<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
        contents.withLock { contents in
            let result = body(&contents.state)
            for (id, waiter) in contents.waiters.sorted(by: { $0.key < $1.key })
            where waiter.attempt(&contents.state) {
                contents.waiters[id] = nil
            }
            return result
        }
    }

    /// The first value that `look` finds, now or after a change.
    ///
    /// - Parameters:
    ///   - what: what is waited for, for the message when it does not come.
    ///   - describe: the state in that message.
    func until<Value: Sendable>(
        _ what: String, seconds: Int = Patience.seconds, describe: @escaping @Sendable (State) -> String = { "\($0)" },
        _ look: @escaping @Sendable (inout State) -> Value?
    ) async throws -> Value {
        let id = contents.withLock { contents in
            contents.lastID += 1
            return contents.lastID
        }
        let deadline = Task {
            try await Task.sleep(for: .seconds(seconds))
            self.expire(id)
        }
        defer { deadline.cancel() }
        return try await withCheckedThrowingContinuation { continuation in
            let waiter = Waiter(
                attempt: { state in
                    guard let value = look(&state) else { return false }
                    continuation.resume(returning: value)
                    return true
                },
                expire: { state in
                    continuation.resume(
                        throwing: DidNotCome(what: what, seconds: seconds, instead: describe(state)))
                })
            contents.withLock { contents in
                if !waiter.attempt(&contents.state) { contents.waiters[id] = waiter }
            }
        }
    }

    private func expire(_ id: UInt64) {
        contents.withLock { contents in
            contents.waiters.removeValue(forKey: id)?.expire(contents.state)
        }
    }
}

enum Patience {
    /// How long tests wait for what must come. Far above what anything takes, so that a busy machine fails nothing.
    static let seconds = 20
}

struct DidNotCome: Error, CustomStringConvertible {
    let what: String
    let seconds: Int
    let instead: String

    var description: String { "no \(what) within \(seconds) s; instead: \(instead)" }
}
