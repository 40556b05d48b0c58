/// A text that must not be shown: no log value, no document and no description can be made from it.
public struct Secret: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    /// The text. Whoever reads it compares or sends it, and does nothing else with it.
    public let revealed: String

    /// Shorter ones can be guessed.
    public static let bytesMin = 16
    public static let bytesMax = 1_024

    /// Nil unless the text is from 16 to 1,024 visible characters of ASCII, so that it fits into a header.
    public init?(_ text: String) {
        guard (Self.bytesMin...Self.bytesMax).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        revealed = text
    }

    public var description: String { "(secret)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension SettingForm where Value == Secret {
    /// A secret.
    public static var secret: Self {
        .parsed(
            "\(Secret.bytesMin) to \(Secret.bytesMax) visible ASCII characters", read: Secret.init,
            write: \.revealed)
    }
}
