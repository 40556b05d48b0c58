/// Start line and fields of a message whose head is complete. RFC 9112 §2 to §5, without its leniencies.
struct HTTPHeadParser {
    let limits: HTTPLimits

    /// Lines of a head, without their ends. The scanner has checked that they end in CRLF.
    private static func lines(_ head: UnsafeRawBufferPointer) -> [UnsafeRawBufferPointer] {
        var lines: [UnsafeRawBufferPointer] = []
        var start = 0
        for index in 0..<head.count where head[index] == ASCII.lineFeed {
            if index - 1 > start { lines.append(UnsafeRawBufferPointer(rebasing: head[start..<index - 1])) }
            start = index + 1
        }
        return lines
    }

    /// A request without its body.
    func request(_ head: UnsafeRawBufferPointer) throws(HTTPDecodeError) -> HTTPRequest {
        let lines = Self.lines(head)
        guard let first = lines.first else { throw .bad("no request line") }
        let parts = first.split(separator: ASCII.space, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .bad("the request line has not three parts") }
        guard !parts[0].isEmpty, parts[0].count <= 32, parts[0].allSatisfy(ASCII.isToken) else {
            throw .bad("the method is not a token")
        }
        let version = try Self.version(parts[2])
        let method = String(decoding: parts[0], as: UTF8.self)
        let target = try target(parts[1], method: method)
        let headers = try fields(lines.dropFirst())
        try HTTPAuthority.check(target: target, hosts: headers.all("host"), version: version)
        return HTTPRequest(method: method, target: target, version: version, headers: headers)
    }

    /// A response without its body.
    func response(_ head: UnsafeRawBufferPointer) throws(HTTPDecodeError) -> (version: HTTPVersion, HTTPResponse) {
        let lines = Self.lines(head)
        guard let first = lines.first else { throw .bad("no status line") }
        let parts = first.split(separator: ASCII.space, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[1].count == 3, parts[1].allSatisfy(ASCII.isDigit) else {
            throw .bad("the status line is malformed")
        }
        let version = try Self.version(parts[0])
        let status = parts[1].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard status >= 100 else { throw .bad("the status is below 100") }
        return (version, HTTPResponse(status: status, headers: try fields(lines.dropFirst())))
    }

    private static func version(_ bytes: Slice<UnsafeRawBufferPointer>) throws(HTTPDecodeError) -> HTTPVersion {
        let text = Array(bytes)
        guard text.count == 8, text.starts(with: "HTTP/".utf8), ASCII.isDigit(text[5]),
            text[6] == UInt8(ascii: "."), ASCII.isDigit(text[7])
        else { throw .bad("not an HTTP version") }
        guard text[5] == UInt8(ascii: "1") else {
            throw HTTPDecodeError(status: 505, reason: "only HTTP/1.0 and HTTP/1.1 are spoken here")
        }
        // A higher minor version is read as the highest one that is known (RFC 9110 §2.5).
        return text[7] == UInt8(ascii: "0") ? .http10 : .http11
    }

    private func target(
        _ bytes: Slice<UnsafeRawBufferPointer>, method: String
    ) throws(HTTPDecodeError) -> String {
        if bytes.count > limits.targetBytesMax {
            throw HTTPDecodeError(status: 414, reason: "the request target is too long")
        }
        guard bytes.allSatisfy({ ASCII.isVisible($0) && $0 != UInt8(ascii: "#") }) else {
            throw .bad("the request target has characters that must be escaped")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if method == "CONNECT" { throw HTTPDecodeError(status: 501, reason: "this is not a proxy") }
        if text.utf8.first == UInt8(ascii: "/") || (text == "*" && method == "OPTIONS") { return text }
        for scheme in ["http://", "https://"]
        where text.utf8.count > scheme.utf8.count && ASCII.equalIgnoringCase(text.prefix(scheme.count), scheme) {
            return text
        }
        throw .bad("the request target is not a path")
    }

    private func fields(_ lines: ArraySlice<UnsafeRawBufferPointer>) throws(HTTPDecodeError) -> HTTPHeaders {
        if lines.count > limits.fieldsMax {
            throw HTTPDecodeError(status: 431, reason: "too many header fields")
        }
        var headers = HTTPHeaders()
        for line in lines {
            if let first = line.first, ASCII.isBlank(first) { throw .bad("a folded header field") }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .bad("a header field without colon") }
            let name = line[..<colon]
            // Refuses whitespace before the colon too, which some skip and others do not (RFC 9112 §5.1).
            guard !name.isEmpty, name.allSatisfy(ASCII.isToken) else { throw .bad("a header name is not a token") }
            var value = line[(colon + 1)...]
            while let byte = value.first, ASCII.isBlank(byte) { value.removeFirst() }
            while let byte = value.last, ASCII.isBlank(byte) { value.removeLast() }
            guard value.allSatisfy(ASCII.isFieldContent) else { throw .bad("a control character in a header field") }
            guard let text = String(validating: value, as: UTF8.self) else { throw .bad("a header field is not UTF-8") }
            headers.add(String(decoding: name, as: UTF8.self), text)
        }
        return headers
    }
}
