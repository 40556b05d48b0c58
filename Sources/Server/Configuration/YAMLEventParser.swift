internal import CYAML

/// What is wrong with the text of a YAML file.
struct YAMLError: Error, Sendable, Equatable {
    /// From 1.
    let line: Int
    let message: String
}

/// A step through a YAML document.
struct YAMLEvent: Equatable {
    enum Kind: Equatable {
        case scalar(String, isQuoted: Bool)
        case listBegin, sectionBegin
        /// Of a list or a section.
        case end
        case streamEnd
    }

    let kind: Kind
    /// From 1.
    let line: Int
}

/// libyaml's parser, which gives out one event after the other and so never builds more than is asked for. Confined to
/// the thread that uses it.
final class YAMLEventParser {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// libyaml reads from here while it parses.
    private let input: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        precondition(yaml_parser_initialize(parser) == 1, "there is no memory for a parser")
        input = .allocate(capacity: max(bytes.count, 1))
        _ = input.initialize(from: bytes)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// The next event that says something; those that only frame the document are passed over. Anchors, aliases and
    /// tags are refused.
    func next() throws(YAMLError) -> YAMLEvent {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
            defer { yaml_event_delete(&event) }
            let line = Int(event.start_mark.line) + 1
            if let kind = try Self.kind(of: event, line: line) { return YAMLEvent(kind: kind, line: line) }
        }
    }

    private static func kind(of event: yaml_event_t, line: Int) throws(YAMLError) -> YAMLEvent.Kind? {
        switch event.type {
        case YAML_STREAM_END_EVENT: return .streamEnd
        case YAML_ALIAS_EVENT: throw YAMLError(line: line, message: "aliases (*name) are not understood here")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            try refuse(anchor: scalar.anchor, tag: scalar.tag, line: line)
            let text = String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return .scalar(text, isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            try refuse(anchor: start.anchor, tag: start.tag, line: line)
            return .listBegin
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            try refuse(anchor: start.anchor, tag: start.tag, line: line)
            return .sectionBegin
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
        default: return nil
        }
    }

    private static func refuse(
        anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, line: Int
    ) throws(YAMLError) {
        if anchor != nil { throw YAMLError(line: line, message: "anchors (&name) are not understood here") }
        if tag != nil { throw YAMLError(line: line, message: "tags (!name) are not understood here") }
    }

    private func failure() -> YAMLError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
        // A byte that is no text is found ahead of the place that the parser has come to.
        let line =
            parser.pointee.error == YAML_READER_ERROR
            ? input.prefix(parser.pointee.problem_offset).count { $0 == UInt8(ascii: "\n") } + 1
            : Int(parser.pointee.problem_mark.line) + 1
        // What is missing at the end is missed behind the last line.
        let last = input.count { $0 == UInt8(ascii: "\n") } + (input.last == UInt8(ascii: "\n") ? 0 : 1)
        return YAMLError(line: min(line, last), message: "this is no YAML: \(problem)")
    }
}
