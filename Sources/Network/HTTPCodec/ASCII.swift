/// What HTTP says about single bytes, without locale.
enum ASCII {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let delete: UInt8 = 0x7F

    static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    static func equalIgnoringCase(_ a: some StringProtocol, _ b: some StringProtocol) -> Bool {
        a.utf8.elementsEqual(b.utf8) { lowercased($0) == lowercased($1) }
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// `tchar` (RFC 9110 §5.6.2).
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// What may stand in a field value (RFC 9110 §5.5): no controls but the tab.
    static func isFieldContent(_ byte: UInt8) -> Bool {
        byte == tab || (byte >= space && byte != delete)
    }

    /// What may stand in a request target: visible ASCII.
    static func isVisible(_ byte: UInt8) -> Bool { byte > space && byte < delete }

    static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

    static func trimmed(_ text: Substring) -> String {
        var utf8 = text.utf8
        while let first = utf8.first, isBlank(first) { utf8.removeFirst() }
        while let last = utf8.last, isBlank(last) { utf8.removeLast() }
        return String(Substring(utf8))
    }

    /// Digits only, no sign; nil for anything else, `.max` when it is larger than fits.
    static func decimal(_ text: String) -> Int? {
        if text.isEmpty { return nil }
        var value = 0
        for byte in text.utf8 {
            guard isDigit(byte) else { return nil }
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooLargeToo) = product.addingReportingOverflow(Int(byte - 0x30))
            value = tooLarge || tooLargeToo || value == .max ? .max : sum
        }
        return value
    }
}
