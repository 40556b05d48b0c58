extension StaticString {
    /// `opaque label<1..255>` (docs/encryption.md), as `FormatWriter.label` writes it, where nothing else can fail.
    /// Labels are literals of the core, all of them shorter than 256 bytes.
    var labelBytes: [UInt8] {
        let text = withUTF8Buffer { Array($0) }
        return [UInt8(truncatingIfNeeded: text.count)] + text
    }
}
