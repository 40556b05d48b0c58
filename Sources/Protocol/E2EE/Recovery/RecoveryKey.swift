/// 32 random bytes that the owner keeps on paper. Whoever has them has the account's identity key and history.
public struct RecoveryKey: Sendable {
    public static let byteCount = 32
    private static let checksumByteCount = 3
    /// Without what stands between them.
    public static let letterCount = 56
    private static let groupLetterCount = 4

    public let bytes: [UInt8]

    /// - Returns: nil unless there are 32.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    public static func generated<Provider: CryptoProvider>(
        by provider: Provider.Type
    ) throws(PrimitiveFailure) -> RecoveryKey {
        guard let key = RecoveryKey(bytes: try Provider.random(byteCount)) else { throw PrimitiveFailure() }
        return key
    }

    /// 14 groups of four letters with hyphens between them, ASCII: the key and the beginning of a hash of it.
    public func text<Provider: CryptoProvider>(by provider: Provider.Type) -> [UInt8] {
        let letters = Base32.encoded(bytes + Self.checksum(of: bytes, by: provider))
        var text: [UInt8] = []
        for (index, letter) in letters.enumerated() {
            if index > 0, index % Self.groupLetterCount == 0 { text.append(UInt8(ascii: "-")) }
            text.append(letter)
        }
        return text
    }

    /// Reads what somebody has typed: case, spaces and hyphens make no difference, nor do the digits that base32 lacks
    /// because they look like letters of it.
    ///
    /// - Parameter text: UTF-8.
    public init<Provider: CryptoProvider>(
        text: [UInt8], by provider: Provider.Type
    ) throws(RecoveryKeyRefusal) {
        let letters = text.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        guard letters.count == Self.letterCount else { throw .length }
        var values: [UInt8] = []
        for letter in letters {
            guard let value = Base32.value(of: Self.meant(letter)) else { throw .letter }
            values.append(value)
        }
        let decoded = Base32.decoded(values)
        bytes = Array(decoded.prefix(Self.byteCount))
        guard decoded.suffix(Self.checksumByteCount).elementsEqual(Self.checksum(of: bytes, by: provider)) else {
            throw .checksum
        }
    }

    private static func meant(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "0"): UInt8(ascii: "O")
        case UInt8(ascii: "1"): UInt8(ascii: "I")
        case UInt8(ascii: "8"): UInt8(ascii: "B")
        default: letter
        }
    }

    private static func checksum<Provider: CryptoProvider>(of key: [UInt8], by provider: Provider.Type) -> [UInt8] {
        let label: StaticString = "martlet recovery key v1"
        return Array(Provider.sha256(label.labelBytes + key).prefix(checksumByteCount))
    }
}
