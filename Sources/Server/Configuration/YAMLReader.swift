/// Builds the nodes of one document from the parser's events.
struct YAMLReader {
    private let parser: YAMLEventParser
    private var nodeCount = 0

    /// - Returns: nil for a file with nothing but comments.
    static func read(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode? {
        var reader = YAMLReader(parser: YAMLEventParser(bytes))
        return try reader.document()
    }

    private init(parser: YAMLEventParser) {
        self.parser = parser
    }

    private mutating func document() throws(YAMLError) -> YAMLNode? {
        let first = try parser.next()
        guard first.kind != .streamEnd else { return nil }
        let root = try node(first, depth: 1)
        let last = try parser.next()
        guard last.kind == .streamEnd else {
            throw YAMLError(line: last.line, message: "this is of a second document; a configuration is one")
        }
        return root
    }

    private mutating func node(_ event: YAMLEvent, depth: Int) throws(YAMLError) -> YAMLNode {
        guard depth <= YAMLNode.depthMax else {
            throw YAMLError(line: event.line, message: "sections stand deeper than \(YAMLNode.depthMax) in each other")
        }
        nodeCount += 1
        guard nodeCount <= YAMLNode.nodesMax else {
            throw YAMLError(line: event.line, message: "there is more than a configuration has")
        }
        switch event.kind {
        case .scalar(let text, let isQuoted):
            return YAMLNode(content: .scalar(text, isQuoted: isQuoted), line: event.line)
        case .listBegin: return YAMLNode(content: .list(try list(depth: depth)), line: event.line)
        case .sectionBegin: return YAMLNode(content: .section(try section(depth: depth)), line: event.line)
        case .end, .streamEnd: throw YAMLError(line: event.line, message: "a value is missing")
        }
    }

    private mutating func list(depth: Int) throws(YAMLError) -> [YAMLNode] {
        var nodes: [YAMLNode] = []
        while true {
            let event = try parser.next()
            if event.kind == .end { return nodes }
            nodes.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func section(depth: Int) throws(YAMLError) -> [YAMLNode.Member] {
        var members: [YAMLNode.Member] = []
        var lines: [String: Int] = [:]
        while true {
            let event = try parser.next()
            if event.kind == .end { return members }
            guard case .scalar(let key, _) = event.kind else {
                throw YAMLError(line: event.line, message: "a key has to be a name")
            }
            if let line = lines.updateValue(event.line, forKey: key) {
                throw YAMLError(
                    line: event.line, message: "\(key) stands here a second time, after line \(line); remove one")
            }
            let value = try node(try parser.next(), depth: depth + 1)
            members.append(YAMLNode.Member(key: key, line: event.line, value: value))
        }
    }
}
