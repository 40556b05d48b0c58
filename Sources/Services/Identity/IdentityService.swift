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
    let signingKey: SigningKey
    let limits: Limits
    let clock: WallClock
    let random: RandomSource
    /// What an unknown login's password is compared with, so that it takes as long as a known one's.
    let decoyHash: String

    public init(
        ports: IdentityPorts, hasher: PasswordHasher, signingKey: SigningKey, limits: Limits,
        clock: WallClock = .system, random: RandomSource = .system
    ) async throws(CryptographyError) {
        self.ports = ports
        self.hasher = hasher
        self.signingKey = signingKey
        self.limits = limits
        self.clock = clock
        self.random = random
        decoyHash = try await hasher.hash(Base64URL.encode(random.bytes(16)))
    }
}
