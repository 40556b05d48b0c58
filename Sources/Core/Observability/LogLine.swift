internal import Basics

/// One JSON object on one line, built field by field.
struct LogLine {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    mutating func add(_ name: String, _ value: LogValue) {
        switch value {
        case .literal(let text): add(name, string: text.description)
        case .system(let text): add(name, string: text)
        case .identifier(let number): add(name, string: String(number))
        case .integer(let number): add(name, raw: String(number))
        case .milliseconds(let number): add(name, raw: Self.json((number * 1_000).rounded() / 1_000))
        case .boolean(let flag): add(name, raw: flag ? "true" : "false")
        }
    }

    mutating func add(_ name: String, string: String) {
        addName(name)
        addString(string)
    }

    mutating func finish() -> [UInt8] {
        bytes.append(contentsOf: "}\n".utf8)
        return bytes
    }

    private mutating func add(_ name: String, raw: String) {
        addName(name)
        bytes.append(contentsOf: raw.utf8)
    }

    /// JSON has no word for what is no finite number.
    private static func json(_ number: Double) -> String {
        number.isFinite ? String(number) : "null"
    }

    private mutating func addName(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        addString(name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func addString(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0..<0x20, 0x7F:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: [Hexadecimal.digit(byte >> 4), Hexadecimal.digit(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
