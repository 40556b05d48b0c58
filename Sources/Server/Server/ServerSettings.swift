internal import Basics
internal import Cryptography
internal import Gateway
internal import Observability

/// How `martletd serve` runs: flags first, then `MARTLET_…` in the environment, then the defaults.
struct ServerSettings: Sendable {
    var dataDirectory = "./data"
    var listen = ListenAddress.standard
    var webDirectory: String?
    var limitsProfile = Limits.Profile.standard
    var passwordHashing = PasswordHashingCost.standard
    var logLevel = LogLevel.info
    /// 0 means one per processor.
    var loopCount = 0
    /// The page cache of the message store's writer: the more of the active chats it holds, the less is read back.
    var storeCacheBytes = 64 << 20
    var http = GatewayHTTPSettings()
    var hasAccessLog = false
    /// Nil leaves what the profile says.
    var connectionsMax: Int?
    var connectionsPerAddressMax: Int?

    static let loopCountMax = 256
    static let storeCacheMebibytes = 1...65_536

    /// A setting that is not one, in words for the operator.
    struct InvalidSetting: Error, Sendable {
        let message: String
    }

    static func read(flags: [String: String], environment: [String: String]) throws(InvalidSetting) -> ServerSettings {
        var settings = ServerSettings()
        if let data = flags["--data"] ?? environment["MARTLET_DATA"] { settings.dataDirectory = data }
        settings.webDirectory = flags["--web"] ?? environment["MARTLET_WEB"]
        if let text = flags["--listen"] ?? environment["MARTLET_LISTEN"] {
            settings.listen = try parse(text, "The address to listen on", "127.0.0.1:8080", ListenAddress.init)
        }
        if let text = environment["MARTLET_LIMITS_PROFILE"] {
            settings.limitsProfile = try parse(text, "MARTLET_LIMITS_PROFILE", "default or load-test") {
                Limits.Profile(rawValue: $0)
            }
        }
        if let text = environment["MARTLET_AUTH_ARGON2"] {
            settings.passwordHashing = try parse(
                text, "MARTLET_AUTH_ARGON2", "64MiB,2 (8 to 1024 MiB, 1 to 10 passes)", PasswordHashingCost.init)
        }
        if let text = environment["MARTLET_LOG_LEVEL"] {
            settings.logLevel = try parse(text, "MARTLET_LOG_LEVEL", "debug, info, warning or error") {
                LogLevel(name: $0)
            }
        }
        if let text = environment["MARTLET_LOOPS"] {
            settings.loopCount = try parse(text, "MARTLET_LOOPS", "a number from 0 to \(loopCountMax)") {
                Int($0).flatMap { (0...loopCountMax).contains($0) ? $0 : nil }
            }
        }
        if let text = environment["MARTLET_STORE_CACHE"] {
            settings.storeCacheBytes = try parse(text, "MARTLET_STORE_CACHE", "64MiB (1 to 65536 MiB)", mebibytes)
        }
        if let text = environment["MARTLET_ACCESS_LOG"] {
            settings.hasAccessLog = try parse(text, "MARTLET_ACCESS_LOG", "on or off") {
                ["on": true, "off": false][$0]
            }
        }
        try settings.readHTTP(environment)
        return settings
    }

    private static func mebibytes(_ text: String) -> Int? {
        guard text.hasSuffix("MiB"), let count = Int(text.dropLast(3)), storeCacheMebibytes.contains(count) else {
            return nil
        }
        return count << 20
    }

    static func parse<Value>(
        _ text: String, _ name: String, _ wanted: String, _ read: (String) -> Value?
    ) throws(InvalidSetting) -> Value {
        guard let value = read(text) else {
            throw InvalidSetting(message: "\(name) cannot be \"\(text)\". Use for example: \(wanted).")
        }
        return value
    }
}
