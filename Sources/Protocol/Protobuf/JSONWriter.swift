/// Writes JSON as UTF-8 bytes. The caller calls in the order of the document; commas between members are the writer's.
public struct JSONWriter: ~Copyable {
    @usableFromInline var base: UnsafeMutableRawPointer
    @usableFromInline var capacity: Int
    @usableFromInline var used = 0

    /// The messages that are written out inside an `Any`.
    public var types = ProtobufTypes()

    /// False when something was written that JSON cannot say and that will not come back as it was: a duration out of
    /// range, a field mask that is not in snake case, a `Value` that is no number.
    public var isFaithful = true

    /// An empty writer that grows when `capacity` bytes are not enough.
    @inlinable
    public init(capacity: Int = 512) {
        self.capacity = max(capacity, 64)
        base = .allocate(byteCount: self.capacity, alignment: 1)
    }

    @inlinable
    deinit { base.deallocate() }

    /// Forgets what was written and keeps the memory.
    @inlinable
    public mutating func reset() {
        used = 0
        isFaithful = true
    }

    /// The number of bytes written.
    @inlinable public var count: Int { used }

    /// Lends the written bytes.
    @inlinable
    public borrowing func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: base, count: used))
    }

    /// A copy of the written bytes.
    @inlinable public var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: base, count: used)) }

    @usableFromInline
    mutating func grow(by needed: Int) {
        let grown = max(capacity * 2, used + needed)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: grown, alignment: 1)
        memory.copyMemory(from: base, byteCount: used)
        base.deallocate()
        base = memory
        capacity = grown
    }

    @inlinable
    mutating func reserve(_ needed: Int) {
        if capacity &- used < needed { grow(by: needed) }
    }

    /// The caller has reserved the byte.
    @inlinable
    mutating func put(_ byte: UInt8) {
        base.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
        used &+= 1
    }

    /// Appends one byte as it is.
    @inlinable
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        put(byte)
    }

    /// Appends text as it is.
    @inlinable
    public mutating func append(_ literal: StaticString) {
        reserve(literal.utf8CodeUnitCount)
        (base + used).copyMemory(from: literal.utf8Start, byteCount: literal.utf8CodeUnitCount)
        used &+= literal.utf8CodeUnitCount
    }

    /// Appends bytes as they are, such as a value that is JSON already.
    @inlinable
    public mutating func append(_ raw: UnsafeRawBufferPointer) {
        guard let source = raw.baseAddress else { return }
        reserve(raw.count)
        (base + used).copyMemory(from: source, byteCount: raw.count)
        used &+= raw.count
    }

    /// Appends bytes as they are, such as a value that is JSON already.
    @inlinable
    public mutating func append(_ raw: [UInt8]) {
        raw.withUnsafeBytes { append($0) }
    }
}

// MARK: - Structure

extension JSONWriter {
    @inlinable public mutating func beginObject() { append(ASCII.openBrace) }

    @inlinable public mutating func endObject() { append(ASCII.closeBrace) }

    @inlinable public mutating func beginArray() { append(ASCII.openBracket) }

    @inlinable public mutating func endArray() { append(ASCII.closeBracket) }

    /// Begins the next element of the open array or object: a comma, unless it is the first.
    @inlinable
    public mutating func writeSeparator() {
        guard used > 0 else { return }
        // A value never ends in an opening bracket: strings end in a quote.
        let last = base.load(fromByteOffset: used &- 1, as: UInt8.self)
        if last != ASCII.openBrace && last != ASCII.openBracket { append(ASCII.comma) }
    }

    /// Begins a member of the open object. The name must need no escapes.
    @inlinable
    public mutating func writeKey(_ name: StaticString) {
        let count = name.utf8CodeUnitCount
        reserve(count &+ 4)
        // A value never ends in an opening brace: strings end in a quote.
        if used > 0, base.load(fromByteOffset: used &- 1, as: UInt8.self) != ASCII.openBrace { put(ASCII.comma) }
        put(ASCII.quote)
        (base + used).copyMemory(from: name.utf8Start, byteCount: count)
        used &+= count
        put(ASCII.quote)
        put(ASCII.colon)
    }

    /// Writes an object's members into the open one.
    mutating func writeMembers(_ object: (inout JSONWriter) -> Void) {
        let brace = used
        object(&self)
        let members = used - brace - 2
        // The object's own braces go, and a comma comes in front of its first member.
        if members > 0 {
            base.storeBytes(of: ASCII.comma, toByteOffset: brace, as: UInt8.self)
            used -= 1
        } else {
            used = brace
        }
    }

    @inlinable
    public mutating func writeMessage<Message: ProtobufMessage>(_ message: Message) {
        message.writeJSON(to: &self)
    }
}
