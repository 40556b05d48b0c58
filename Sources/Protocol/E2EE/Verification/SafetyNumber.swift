internal import SecureFormat

/// What two people read to each other to find out that nobody is between them (docs/encryption.md, "Verification").
public struct SafetyNumber: Equatable, Sendable {
    public static let digitCount = 60
    /// Of SHA-256 for each half: who looks for a key with the same 30 digits has to do as much for every attempt.
    public static let roundCount = 5_200
    private static let groupByteCount = 5
    private static let groupsPerParty = 6

    /// ASCII.
    public let digits: [UInt8]

    public init<Provider: CryptoProvider>(of parties: Parties, by provider: Provider.Type) {
        digits = Self.digits(of: parties.first, by: provider) + Self.digits(of: parties.second, by: provider)
    }

    private static func digits<Provider: CryptoProvider>(of party: Party, by provider: Provider.Type) -> [UInt8] {
        let label: StaticString = "martlet safety number v1"
        var writer = FormatWriter()
        writer.uint64(party.userID)
        var hash = Provider.sha256(label.labelBytes + writer.bytes + party.identityKey)
        for _ in 0..<roundCount { hash = Provider.sha256(hash + party.identityKey) }
        var digits: [UInt8] = []
        for group in 0..<groupsPerParty {
            var number: UInt64 = 0
            for byte in hash[group * groupByteCount..<(group + 1) * groupByteCount] {
                number = number << 8 | UInt64(byte)
            }
            var divisor: UInt64 = 10_000
            while divisor > 0 {
                digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
                divisor /= 10
            }
        }
        return digits
    }
}
