internal import Protobuf

/// What a value of a JSON document is, if it is that.
extension ProtobufValue {
    var text: String? {
        if case .stringValue(let text)? = kind { text } else { nil }
    }

    var number: Int? {
        if case .numberValue(let number)? = kind { Int(exactly: number) } else { nil }
    }
}
