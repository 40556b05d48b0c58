public import Basics
public import Contracts
public import Cryptography
internal import WireProtocol

/// Accounts, log-ins and the keys of access tokens. All state is behind the ports. May be called from any thread.
///
/// Each call is a file of its own, named as the use case.
public struct IdentityService: IdentityAPI {
    let ports: IdentityPorts
    let hasher: PasswordHasher
    let keys: IdentityKeys
    let bus: any EventBus
    let settings: AuthenticationSettings
    let limits: Limits
    let clock: WallClock
    let random: RandomSource
    /// What an unknown login's password is compared with, so that it takes as long as a known one's.
    let decoyHash: String

    let refreshTokens: RefreshTokenKey
    let decoys: PreloginDecoys
    let attempts: AttemptLimits

    /// - Parameter bus: hears of sessions that end.
    public init(
        ports: IdentityPorts, hasher: PasswordHasher, keys: IdentityKeys, bus: any EventBus, limits: Limits,
        settings: AuthenticationSettings = AuthenticationSettings(), clock: WallClock = .system,
        monotonic: MonotonicClock = .system, random: RandomSource = .system
    ) {
        self.ports = ports
        self.hasher = hasher
        self.keys = keys
        self.bus = bus
        self.settings = settings
        self.limits = limits
        self.clock = clock
        self.random = random
        refreshTokens = RefreshTokenKey(keys.secret)
        attempts = AttemptLimits(limits: limits, monotonic: monotonic)
        decoys = PreloginDecoys(keys.secret)
        decoyHash = hasher.decoy(random)
    }
}
