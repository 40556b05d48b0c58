/// What one password hash costs: setting `auth.argon2`, written `64MiB,2`.
public struct PasswordHashingCost: Sendable, Equatable {
    public var memoryBytes: Int
    public var passes: Int

    public init(memoryBytes: Int, passes: Int) {
        self.memoryBytes = memoryBytes
        self.passes = passes
    }

    /// 64 MiB and two passes.
    public static let standard = PasswordHashingCost(memoryBytes: 64 << 20, passes: 2)

    /// Memory from 8 MiB to 1 GiB: less protects nothing, more stops the server itself.
    public static let memoryMiB = 8...1_024
    public static let passCount = 1...10

    /// - Parameter text: `<MiB>MiB,<passes>`.
    public init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasSuffix("MiB"), let mebibytes = Int(parts[0].dropLast(3)),
            let passes = Int(parts[1]), Self.memoryMiB.contains(mebibytes), Self.passCount.contains(passes)
        else { return nil }
        self.init(memoryBytes: mebibytes << 20, passes: passes)
    }
}
