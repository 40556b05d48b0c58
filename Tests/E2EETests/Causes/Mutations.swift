/// What can happen to bytes on their way: every bit turned over, a byte lost or doubled, cut at every length, grown.
enum Mutations {
    /// Calls with each; every one of `bytes` is another than the original.
    static func of(_ original: [UInt8], _ body: (_ bytes: [UInt8], _ what: String) -> Void) {
        for index in original.indices {
            for bit in 0..<8 as Range<UInt8> {
                var bytes = original
                bytes[index] ^= 1 << bit
                body(bytes, "bit \(bit) of byte \(index)")
            }
            body(Array(original[..<index]), "cut to \(index)")
            body(Array(original[(index + 1)...]), "only what is behind byte \(index)")
            let without = Array(original[..<index] + original[(index + 1)...])
            if without != original { body(without, "without byte \(index)") }
            let twice = Array(original[...index] + original[index...])
            body(twice, "byte \(index) twice")
        }
        for byte in [0, 1, 0xff] as [UInt8] { body(original + [byte], "grown by \(byte)") }
        body(original + original, "twice")
    }
}
