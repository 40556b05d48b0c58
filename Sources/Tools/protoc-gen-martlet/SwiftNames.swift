/// How names of the contract are spelled in Swift.
enum SwiftNames {
    private static let initialisms = ["id": "ID", "ids": "IDs", "url": "URL", "urls": "URLs", "json": "JSON"]

    private static let reserved: Set<String> = [
        "Any", "Protocol", "Self", "Type", "any", "as", "associatedtype", "await", "break", "case", "catch", "class",
        "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
        "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
        "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self",
        "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var",
        "where", "while",
    ]

    /// In backticks when the language has the word.
    static func escaped(_ name: String) -> String { reserved.contains(name) ? "`\(name)`" : name }

    /// `chat_id` and `CHAT_ID` are `chatID`.
    static func lowerCamel(_ snake: String) -> String {
        var name = ""
        for component in snake.lowercased().split(separator: "_").map(String.init) {
            name += name.isEmpty ? component : initialisms[component] ?? capitalized(component)
        }
        return name.first?.isNumber == true ? "_\(name)" : name
    }

    /// `reply_to` is `ReplyTo`.
    static func upperCamel(_ snake: String) -> String { capitalized(lowerCamel(snake)) }

    static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    /// `GetChats` is `getChats`.
    static func method(_ name: String) -> String { escaped(name.prefix(1).lowercased() + name.dropFirst()) }

    /// `ERROR_CODE_INTERNAL` in `ErrorCode` is `internal`.
    static func enumValue(_ name: String, in type: String) -> String {
        let prefix = screamingSnake(type) + "_"
        return escaped(lowerCamel(name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name))
    }

    /// `ErrorCode` is `ERROR_CODE`.
    static func screamingSnake(_ camel: String) -> String {
        var name = ""
        var previous: Character = "_"
        for letter in camel {
            if letter.isUppercase, previous != "_", !previous.isUppercase { name.append("_") }
            name += letter.uppercased()
            previous = letter
        }
        return name
    }

    /// A Swift string literal.
    static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case "\u{0}"..<" ": literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}
