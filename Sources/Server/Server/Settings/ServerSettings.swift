internal import Basics
internal import Configuration
internal import Cryptography
internal import Gateway
internal import Identity
internal import Observability

/// How `martletd serve` runs. `ServerSettings+Table.swift` describes each of them; the values here are the defaults.
struct ServerSettings: Sendable {
    var dataDirectory = "./data"
    var listen = ListenAddress.standard
    var webDirectory: String?
    /// 0 means one per processor.
    var loopCount = 0
    var logLevel = LogLevel.info
    var accessLog = false
    var limitsProfile = Limits.Profile.standard
    /// Nil leaves what the profile says.
    var connectionsMax: Int?
    var connectionsPerAddressMax: Int?
    var passwordHashing = PasswordHashingCost.standard
    var authentication = AuthenticationSettings()
    /// The page cache of the message store's writer: the more of the active chats it holds, the less is read back.
    var storeCacheBytes = 64 << 20
    var http = GatewayHTTPSettings()
    /// Nil serves metrics and readiness beside everything else.
    var metricsListen: ListenAddress?
    var metricsToken: Secret?
}
