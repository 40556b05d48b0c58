/// Reads JSON (RFC 8259) from UTF-8 bytes, which must outlive the reader. After an error the reader is of no more use.
///
/// An object is read by `beginObject()` and then, until it gives nil, `nextKey()` and the member's value; an array by
/// `beginArray()` and then, until it gives false, `nextElement()` and the element.
public struct JSONReader: ~Copyable {
    @usableFromInline let bytes: UnsafeRawBufferPointer
    @usableFromInline var offset = 0
    @usableFromInline var remainingDepth: Int
    /// Whether the innermost object or array has been entered and nothing of it read.
    @usableFromInline var isBeforeFirst = false
    /// Holds a string with its escapes resolved, until the next such string.
    @usableFromInline var unescaped = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    /// What an `Any` may hold.
    public var types = ProtobufTypes()

    /// A reader of one document, which is all of `bytes`.
    @inlinable
    public init(_ bytes: UnsafeRawBufferPointer) {
        self.init(bytes, remainingDepth: ProtobufLimits.nestingDepth)
    }

    @inlinable
    init(_ bytes: UnsafeRawBufferPointer, remainingDepth: Int) {
        self.bytes = bytes
        self.remainingDepth = remainingDepth
    }

    @inlinable
    deinit { unescaped.deallocate() }

    /// The offset of the next byte.
    @inlinable public var position: Int { offset }

    /// Whether two texts are the same, byte for byte.
    @inlinable
    public static func matches(_ text: UnsafeRawBufferPointer, _ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        guard text.count == count, let base = text.baseAddress else { return text.count == count }
        let other = UnsafeRawPointer(name.utf8Start)
        guard count >= 8 else {
            for index in 0..<count where text[index] != name.utf8Start[index] { return false }
            return true
        }
        // Eight bytes at a time; the last eight may overlap those before.
        var index = 0
        while index < count &- 8 {
            if differ(base, other, at: index) { return false }
            index &+= 8
        }
        return !differ(base, other, at: count &- 8)
    }

    @inlinable @inline(__always)
    static func differ(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, at offset: Int) -> Bool {
        left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
}

// MARK: - Tokens

extension JSONReader {
    @inlinable
    mutating func skipWhitespace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case ASCII.space, ASCII.lineFeed, ASCII.carriageReturn, ASCII.tab: offset &+= 1
            default: return
            }
        }
    }

    /// The first byte of the next token, which stays unread.
    @inlinable @inline(__always)
    mutating func peek() throws(ProtobufError) -> UInt8 {
        if offset < bytes.count, bytes[offset] > ASCII.space { return bytes[offset] }
        return try peekAfterWhitespace()
    }

    @inlinable
    mutating func peekAfterWhitespace() throws(ProtobufError) -> UInt8 {
        skipWhitespace()
        guard offset < bytes.count else { throw ProtobufError(.truncated) }
        return bytes[offset]
    }

    @inlinable
    mutating func expect(_ byte: UInt8) throws(ProtobufError) {
        guard try peek() == byte else { throw ProtobufError(.syntax) }
        offset &+= 1
    }

    @inlinable
    mutating func expect(_ word: StaticString) throws(ProtobufError) {
        let length = word.utf8CodeUnitCount
        guard bytes.count &- offset >= length else { throw ProtobufError(.truncated) }
        guard Self.matches(slice(from: offset, to: offset &+ length), word) else { throw ProtobufError(.syntax) }
        offset &+= length
    }

    @inlinable
    func slice(from start: Int, to end: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }

    /// What is wrong with the next token when a value of another kind was expected.
    @inlinable
    func mismatch(_ first: UInt8) -> ProtobufError {
        switch first {
        case ASCII.openBrace, ASCII.openBracket, ASCII.quote, ASCII.minus, UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            ProtobufError(.wrongType)
        default: ProtobufError(.syntax)
        }
    }

    /// Takes `null` when it is the next value.
    @inlinable
    public mutating func readNull() throws(ProtobufError) -> Bool {
        guard try peek() == UInt8(ascii: "n") else { return false }
        try expect("null")
        return true
    }

    /// Makes sure that nothing but white space follows.
    @inlinable
    public mutating func finish() throws(ProtobufError) {
        skipWhitespace()
        guard offset == bytes.count else { throw ProtobufError(.trailingBytes) }
    }
}

// MARK: - Structure

extension JSONReader {
    @inlinable
    mutating func begin(_ bracket: UInt8) throws(ProtobufError) {
        let first = try peek()
        guard first == bracket else { throw mismatch(first) }
        guard remainingDepth > 0 else { throw ProtobufError(.tooDeep) }
        remainingDepth &-= 1
        offset &+= 1
        isBeforeFirst = true
    }

    /// Goes on to what follows the last member or element.
    ///
    /// - Returns: whether there is another one.
    @inlinable
    mutating func advance(before closing: UInt8) throws(ProtobufError) -> Bool {
        let byte = try peek()
        if byte == closing {
            offset &+= 1
            remainingDepth &+= 1
            isBeforeFirst = false
            return false
        }
        if isBeforeFirst {
            isBeforeFirst = false
            return true
        }
        guard byte == ASCII.comma else { throw ProtobufError(.syntax) }
        offset &+= 1
        return true
    }

    /// Enters an object.
    @inlinable
    public mutating func beginObject() throws(ProtobufError) {
        try begin(ASCII.openBrace)
    }

    /// The name of the object's next member, whose value must be read next; nil at the object's end, which is taken.
    /// The bytes are valid until the value has been read.
    @inlinable
    public mutating func nextKey() throws(ProtobufError) -> UnsafeRawBufferPointer? {
        guard try advance(before: ASCII.closeBrace) else { return nil }
        guard try peek() == ASCII.quote else { throw ProtobufError(.syntax) }
        let key = try readText()
        try expect(ASCII.colon)
        return key
    }

    /// Enters an array.
    @inlinable
    public mutating func beginArray() throws(ProtobufError) {
        try begin(ASCII.openBracket)
    }

    /// Whether the array has another element, which must be read next. Its end is taken.
    @inlinable
    public mutating func nextElement() throws(ProtobufError) -> Bool {
        try advance(before: ASCII.closeBracket)
    }

    /// A message.
    @inlinable
    public mutating func readMessage<Message: ProtobufMessage>(_: Message.Type) throws(ProtobufError) -> Message {
        var message = Message()
        try message.mergeJSON(from: &self)
        return message
    }

    /// Passes over a value of any kind.
    public mutating func skipValue() throws(ProtobufError) {
        switch try peek() {
        case ASCII.openBrace:
            try beginObject()
            while try nextKey() != nil { try skipValue() }
        case ASCII.openBracket:
            try beginArray()
            while try nextElement() { try skipValue() }
        case ASCII.quote: _ = try scanString()
        case UInt8(ascii: "t"): try expect("true")
        case UInt8(ascii: "f"): try expect("false")
        case UInt8(ascii: "n"): try expect("null")
        default: _ = try scanNumber()
        }
    }

    /// A value of any kind, as it stands in the document.
    @inlinable
    public mutating func readRawValue() throws(ProtobufError) -> UnsafeRawBufferPointer {
        skipWhitespace()
        let start = offset
        try skipValue()
        return slice(from: start, to: offset)
    }

    /// The string member of this name in a document that is one object, for answers to documents that are otherwise
    /// wrong. Nil when there is none and when the document is not well-formed JSON.
    public static func topLevelString(named name: StaticString, in document: UnsafeRawBufferPointer) -> String? {
        var reader = JSONReader(document)
        do throws(ProtobufError) {
            var found: String?
            try reader.beginObject()
            while let key = try reader.nextKey() {
                if matches(key, name), try reader.peek() == ASCII.quote {
                    found = try reader.readString()
                } else {
                    try reader.skipValue()
                }
            }
            try reader.finish()
            return found
        } catch {
            return nil
        }
    }
}
