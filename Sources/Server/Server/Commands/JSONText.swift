internal import Protobuf

/// JSON as commands print it and keep it in files, in the order in which it is written down.
enum JSONText: Sendable, Equatable {
    case none
    case text(String)
    case number(Int)
    case boolean(Bool)
    case list([JSONText])
    case object([Member])

    struct Member: Sendable, Equatable {
        let name: String
        let value: JSONText
    }

    static func object(_ members: KeyValuePairs<String, JSONText>) -> JSONText {
        .object(members.map { Member(name: $0.key, value: $0.value) })
    }

    /// On one line. Unlike in the contract's JSON, numbers of 64 bits are numbers.
    var line: String {
        switch self {
        case .none: "null"
        case .text(let text): Self.quoted(text)
        case .number(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .list(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.name) + ":" + $0.value.line }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var writer = JSONWriter()
        writer.writeString(text)
        return writer.withBytes { String(decoding: $0, as: UTF8.self) }
    }
}
