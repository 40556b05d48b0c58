public import Basics
public import Contracts
public import Cryptography
internal import Synchronization
internal import WireProtocol

/// What Identity signs with and derives keys from. May be used from any thread.
public final class IdentityKeys: Sendable {
    let secret: ServerSecret
    private let ring: Mutex<SigningKeyRing>
    private let store: any SigningKeyStore
    private let clock: WallClock
    private let days: Int

    /// Why there are no keys.
    public enum LoadError: Error, Sendable {
        case store(StoreError)
        case key(CryptographyError)

        var apiError: APIError {
            switch self {
            case .store(let error): error.apiError
            case .key(let error): error.apiError
            }
        }
    }

    private init(secret: ServerSecret, ring: SigningKeyRing, store: any SigningKeyStore, clock: WallClock, days: Int) {
        self.secret = secret
        self.ring = Mutex(ring)
        self.store = store
        self.clock = clock
        self.days = days
    }

    /// Loads what is stored; makes it at the first start.
    public static func load(
        from ports: IdentityPorts, settings: AuthenticationSettings = AuthenticationSettings(),
        clock: WallClock = .system, random: RandomSource = .system
    ) async throws(LoadError) -> IdentityKeys {
        let store = ports.signingKeys
        let secret: [UInt8]
        var stored: [StoredSigningKey]
        do throws(StoreError) {
            secret = try await ports.sessions.secret(orFirst: random.bytes(ServerSecret.byteCount))
            stored = try await store.keys()
        } catch {
            throw .store(error)
        }
        if stored.isEmpty { stored = try await add(after: nil, to: store, now: clock.millisecondsSince1970()) }
        let keys = IdentityKeys(
            secret: ServerSecret(secret), ring: try ring(stored, days: settings.tokenKeyDays), store: store,
            clock: clock, days: settings.tokenKeyDays)
        // Whoever was away may be late with the next key.
        try await keys.renew()
        return keys
    }

    /// The key to sign with now.
    var current: SigningKey {
        ring.withLock { $0.current(now: clock.millisecondsSince1970()) }
    }

    /// All keys whose tokens may count, and those that will be used soon.
    var published: [SigningKey] { ring.withLock { $0.keys } }

    /// Makes the next key when it is due, forgets those that are over, and learns what others have changed. Call it
    /// every minute.
    public func renew() async throws(LoadError) {
        let now = clock.millisecondsSince1970()
        var stored: [StoredSigningKey]
        do throws(StoreError) {
            stored = try await store.keys()
        } catch {
            throw .store(error)
        }
        if try Self.ring(stored, days: days).isNextDue(now: now) {
            stored = try await Self.add(after: stored.last?.id, to: store, now: now)
        }
        let retired = try Self.ring(stored, days: days).retired(now: now).map(\.id)
        if !retired.isEmpty {
            do throws(StoreError) {
                try await store.remove(retired)
            } catch {
                throw .store(error)
            }
            stored.removeAll { retired.contains($0.id) }
        }
        let renewed = try Self.ring(stored, days: days)
        ring.withLock { $0 = renewed }
    }

    private static func add(
        after newest: String?, to store: any SigningKeyStore, now: Int64
    ) async throws(LoadError) -> [StoredSigningKey] {
        let candidate: StoredSigningKey
        do throws(CryptographyError) {
            candidate = try SigningKey.make(now: now)
        } catch {
            throw .key(error)
        }
        do throws(StoreError) {
            return try await store.add(candidate, after: newest)
        } catch {
            throw .store(error)
        }
    }

    private static func ring(_ stored: [StoredSigningKey], days: Int) throws(LoadError) -> SigningKeyRing {
        do throws(CryptographyError) {
            let keys = try stored.map { key throws(CryptographyError) in try SigningKey(key) }
            guard let ring = SigningKeyRing(keys, days: days) else { throw CryptographyError(.invalidKey) }
            return ring
        } catch {
            throw .key(error)
        }
    }
}
