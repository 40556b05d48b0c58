internal import Basics
internal import Contracts
internal import Synchronization
internal import WireProtocol

/// How often people may connect and write, over all loops. May be used from any thread.
final class GatewayRates: Sendable {
    private let connectsByAddress: Mutex<TokenBuckets<[UInt8]>>
    private let connectsByUser: Mutex<TokenBuckets<UserID>>
    private let messages: Mutex<TokenBuckets<DeviceID>>
    private let monotonic: MonotonicClock

    init(limits: Limits, monotonic: MonotonicClock) {
        let count = limits.rateKeysMax
        connectsByAddress = Mutex(TokenBuckets(limits.connectsPerAddress, keysMax: count))
        connectsByUser = Mutex(TokenBuckets(limits.connectsPerUser, keysMax: count))
        messages = Mutex(TokenBuckets(limits.messagesPerDevice, keysMax: count))
        self.monotonic = monotonic
    }

    /// A socket is asked for from this address. Throws `rate.limited`, as do all here.
    func connect(from address: IPAddress?) throws(APIError) {
        guard let address else { return }
        try limit(connectsByAddress, address.customer)
    }

    /// A socket resumes a session of this user.
    func connect(_ user: UserID) throws(APIError) { try limit(connectsByUser, user) }

    /// A device writes, over a socket or a call: anything that becomes an entry.
    func message(_ context: CallContext) throws(APIError) {
        if let device = context.caller?.deviceID { try limit(messages, device) }
    }

    private func limit<Key>(_ buckets: borrowing Mutex<TokenBuckets<Key>>, _ key: Key) throws(APIError) {
        let now = monotonic.nanoseconds()
        if let wait = buckets.withLock({ $0.tryTake(key, now: now) }) { throw .rateLimited(nanoseconds: wait) }
    }
}
