internal import SecureFormat

/// The safety number for machines: both keys themselves, in a picture that the other device scans.
public struct SafetyCode: Equatable, Sendable {
    public static let version: UInt8 = 1
    public static let byteCount = 1 + 2 * partyByteCount
    private static let userIDByteCount = 8
    private static let partyByteCount = userIDByteCount + Ed25519Encoding.byteCount

    public let parties: Parties

    public init(of parties: Parties) {
        self.parties = parties
    }

    /// What the picture shows.
    public var bytes: [UInt8] {
        [Self.version] + Self.userID(of: parties.first) + parties.first.identityKey + Self.userID(of: parties.second)
            + parties.second.identityKey
    }

    /// Compares what was scanned from the other's screen with what this device has of both.
    public func check(scanned: [UInt8]) throws(SafetyCodeRefusal) {
        guard scanned.count == Self.byteCount else { throw .length }
        guard scanned[0] == Self.version else { throw .version }
        let second = 1 + Self.partyByteCount
        guard Self.has(scanned, Self.userID(of: parties.first), at: 1),
            Self.has(scanned, Self.userID(of: parties.second), at: second)
        else { throw .parties }
        guard Self.has(scanned, parties.first.identityKey, at: 1 + Self.userIDByteCount),
            Self.has(scanned, parties.second.identityKey, at: second + Self.userIDByteCount)
        else { throw .key }
    }

    private static func userID(of party: Party) -> [UInt8] {
        var writer = FormatWriter()
        writer.uint64(party.userID)
        return writer.bytes
    }

    private static func has(_ bytes: [UInt8], _ part: [UInt8], at position: Int) -> Bool {
        bytes[position...].starts(with: part)
    }
}
