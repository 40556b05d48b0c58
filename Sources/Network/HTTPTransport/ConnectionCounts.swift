public import Basics
internal import Synchronization

/// How many connections there may be.
public struct ConnectionLimits: Sendable, Equatable {
    /// In the whole process; a further one is closed as it is accepted. Stops connections from using up the descriptors
    /// and the memory that stores and open connections need.
    public var perProcess: Int
    /// From one address, IPv6 by /64; a further one is answered with 503. Stops one client from taking all of the
    /// above.
    public var perAddress: Int

    public init(perProcess: Int = 100_000, perAddress: Int = 4_096) {
        self.perProcess = perProcess
        self.perAddress = perAddress
    }
}

/// The open connections of a process, counted for its loops. May be used from any thread.
public final class ConnectionCounts: Sendable {
    private struct State {
        var all = 0
        var byCustomer: [[UInt8]: Int] = [:]
    }

    private let limits: ConnectionLimits
    private let state = Mutex(State())

    public init(limits: ConnectionLimits = ConnectionLimits()) { self.limits = limits }

    /// Takes one of the process's places. Give it back with ``leave()``.
    public func enter() -> Bool {
        state.withLock { state in
            guard state.all < limits.perProcess else { return false }
            state.all += 1
            return true
        }
    }

    public func leave() { state.withLock { $0.all -= 1 } }

    /// Takes one of the address's places. Give it back with ``leave(_:)``.
    public func enter(_ address: IPAddress) -> Bool {
        state.withLock { state in
            let count = state.byCustomer[address.customer] ?? 0
            guard count < limits.perAddress else { return false }
            state.byCustomer[address.customer] = count + 1
            return true
        }
    }

    public func leave(_ address: IPAddress) {
        state.withLock { state in
            // Who is gone leaves nothing behind: else every address that ever came would be kept.
            let count = (state.byCustomer[address.customer] ?? 1) - 1
            state.byCustomer[address.customer] = count > 0 ? count : nil
        }
    }

    /// Addresses that are held, for tests.
    public var addressCount: Int { state.withLock { $0.byCustomer.count } }
    /// Connections of the process.
    public var count: Int { state.withLock { $0.all } }
}
