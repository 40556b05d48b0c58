public import Basics

/// Hashes passwords on threads of its own, which give way to all others, so that log-ins never delay messages: see
/// decision 30.
public final class PasswordHasher: Sendable {
    private typealias Work = @Sendable () -> Void

    private let cost: PasswordHashingCost
    private let queue: BlockingQueue<Work>
    private let clock: MonotonicClock
    private let observe: @Sendable (UInt64) -> Void

    /// - Parameters:
    ///   - queueMax: hashes that may wait; over it calls throw `overloaded`.
    ///   - observe: told after each hash how long it took, in nanoseconds; on a thread of the hasher.
    public init(
        cost: PasswordHashingCost, threads: Int, queueMax: Int, clock: MonotonicClock = .system,
        observe: @escaping @Sendable (_ nanoseconds: UInt64) -> Void = { _ in }
    ) {
        self.cost = cost
        self.clock = clock
        self.observe = observe
        let queue = BlockingQueue<Work>(capacity: queueMax)
        self.queue = queue
        for index in 0..<max(1, threads) {
            WorkerThread.start(name: "password-\(index)", isLowPriority: true) {
                while let work = queue.takeOne() { work() }
            }
        }
    }

    deinit {
        queue.close()
    }

    /// Passwords that wait for a thread.
    public var waitingCount: Int { queue.count }

    public func hash(_ password: String) async throws(CryptographyError) -> String {
        let cost = cost
        return try await run { () throws(CryptographyError) in try Argon2id.hash(password, cost: cost) }
    }

    /// What the password of somebody unknown is compared with, so that it takes as long as a known one's. It is the
    /// hash of nothing, and costs nothing to make.
    public func decoy(_ random: RandomSource) -> String {
        Argon2id.hashOfNothing(cost: cost, random: random.bytes(Argon2id.saltByteCount + Argon2id.hashByteCount))
    }

    /// Costs the same for a right and a wrong password.
    public func verifies(_ password: String, against hash: String) async throws(CryptographyError) -> Bool {
        try await run { () throws(CryptographyError) in Argon2id.verifies(password, against: hash) }
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws(CryptographyError) -> Value
    ) async throws(CryptographyError) -> Value {
        let result: Result<Value, CryptographyError> = await withCheckedContinuation { continuation in
            let taken = queue.put { [clock, observe] in
                let start = clock.nanoseconds()
                defer { observe(clock.nanoseconds() - start) }
                do throws(CryptographyError) {
                    continuation.resume(returning: .success(try body()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
            if !taken { continuation.resume(returning: .failure(CryptographyError(.overloaded))) }
        }
        return try result.get()
    }
}
