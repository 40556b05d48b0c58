/// A JSON document in the making, whose members keep their order.
indirect enum JSONNode: Equatable, Sendable {
    case object([Member])
    case array([JSONNode])
    case string(String)
    case number(UInt64)
    case bool(Bool)

    struct Member: Equatable, Sendable {
        let name: String
        let value: JSONNode
    }

    /// The member of this name in an object; setting appends it when there is none.
    subscript(name: String) -> JSONNode? {
        get {
            guard case .object(let members) = self else { return nil }
            return members.first { $0.name == name }?.value
        }
        set {
            guard case .object(var members) = self, let newValue else { return }
            let member = Member(name: name, value: newValue)
            if let index = members.firstIndex(where: { $0.name == name }) {
                members[index] = member
            } else {
                members.append(member)
            }
            self = .object(members)
        }
    }

    static func reference(_ path: String) -> JSONNode { ["$ref": .string("#/\(path)")] }

    /// The document for people and for comparing versions: two spaces a level, a line for each member.
    var text: String {
        var text = ""
        write(to: &text, indent: "\n")
        return text + "\n"
    }

    /// The same document without white space.
    var compactText: String {
        switch self {
        case .string(let value): Self.literal(value)
        case .number(let value): String(value)
        case .bool(let value): value ? "true" : "false"
        case .array(let values): "[\(values.map(\.compactText).joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { "\(Self.literal($0.name)):\($0.value.compactText)" }.joined(separator: ","))}"
        }
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .string(let value): text += Self.literal(value)
        case .number(let value): text += String(value)
        case .bool(let value): text += value ? "true" : "false"
        case .array(let values) where values.isEmpty: text += "[]"
        case .object(let members) where members.isEmpty: text += "{}"
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                text += index == 0 ? indent + "  " : "," + indent + "  "
                value.write(to: &text, indent: indent + "  ")
            }
            text += indent + "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                text += index == 0 ? indent + "  " : "," + indent + "  "
                text += Self.literal(member.name) + ": "
                member.value.write(to: &text, indent: indent + "  ")
            }
            text += indent + "}"
        }
    }

    static func literal(_ value: String) -> String {
        var literal = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case "\n": literal += "\\n"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}

extension JSONNode: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self = .string(value) }
}

extension JSONNode: ExpressibleByIntegerLiteral {
    init(integerLiteral value: UInt64) { self = .number(value) }
}

extension JSONNode: ExpressibleByBooleanLiteral {
    init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONNode: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: JSONNode...) { self = .array(elements) }
}

extension JSONNode: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, JSONNode)...) {
        self = .object(elements.map { Member(name: $0.0, value: $0.1) })
    }
}
