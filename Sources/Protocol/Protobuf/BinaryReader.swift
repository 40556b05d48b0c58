/// Reads the protobuf binary encoding. The bytes must outlive the reader.
public struct BinaryReader {
    @usableFromInline let bytes: UnsafeRawBufferPointer
    @usableFromInline var offset = 0
    /// Where the innermost open message ends. Never past `bytes`.
    @usableFromInline var end: Int
    @usableFromInline var remainingDepth = ProtobufLimits.nestingDepth

    /// A reader of one message, which is all of `bytes`.
    @inlinable
    public init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        end = bytes.count
    }

    /// Whether the innermost open message has been read to its end.
    @inlinable public var isAtEnd: Bool { offset >= end }

    /// The offset of the next byte.
    @inlinable public var position: Int { offset }
}

// MARK: - Varints and tags

extension BinaryReader {
    /// A base-128 varint.
    @inlinable @inline(__always)
    public mutating func readVarint() throws(ProtobufError) -> UInt64 {
        if offset < end {
            let byte = bytes[offset]
            if byte < 0x80 {
                offset &+= 1
                return UInt64(byte)
            }
        }
        return try readLongVarint()
    }

    @inlinable
    mutating func readLongVarint() throws(ProtobufError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < end {
            let byte = bytes[offset]
            offset &+= 1
            // Of a tenth byte one bit counts; the others fall off, as they do in other implementations.
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return value }
            if shift == 63 { throw ProtobufError(.malformedVarint) }
            shift &+= 7
        }
        throw ProtobufError(.truncated)
    }

    /// A field number with its wire type.
    @inlinable @inline(__always)
    public mutating func readTag() throws(ProtobufError) -> UInt32 {
        if offset < end, bytes[offset] < 0x80, bytes[offset] >= 8 {
            offset &+= 1
            return UInt32(bytes[offset &- 1])
        }
        return try readLongTag()
    }

    @inlinable
    mutating func readLongTag() throws(ProtobufError) -> UInt32 {
        let start = offset
        let tag = try readVarint()
        guard tag >> 32 == 0, tag >> 3 != 0, offset &- start <= 5 else { throw ProtobufError(.invalidTag) }
        return UInt32(truncatingIfNeeded: tag)
    }

    /// The length of a region, which must lie inside of the open one.
    @inlinable @inline(__always)
    mutating func readLength() throws(ProtobufError) -> Int {
        let start = offset
        let count = try readVarint()
        guard count <= UInt64(end &- offset) else { throw ProtobufError(.truncated) }
        // As tags, lengths are 32-bit numbers; other implementations refuse longer spellings too.
        guard offset &- start <= 5 else { throw ProtobufError(.malformedVarint) }
        return Int(count)
    }
}

// MARK: - Regions

extension BinaryReader {
    /// A length and that many bytes.
    @inlinable
    mutating func readSlice() throws(ProtobufError) -> UnsafeRawBufferPointer {
        let count = try readLength()
        let start = offset
        offset &+= count
        return UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
    }

    /// Enters a length-delimited region: until `leave(_:)` the reader ends where the region ends.
    ///
    /// - Returns: what `leave(_:)` must be given.
    @inlinable
    public mutating func enter() throws(ProtobufError) -> Int {
        let count = try readLength()
        let outer = end
        end = offset &+ count
        return outer
    }

    /// Leaves the region that `enter()` entered, wherever in it the reader stands.
    @inlinable
    public mutating func leave(_ outer: Int) {
        offset = end
        end = outer
    }

    @inlinable
    mutating func descend() throws(ProtobufError) {
        guard remainingDepth > 0 else { throw ProtobufError(.tooDeep) }
        remainingDepth &-= 1
    }

    @inlinable
    mutating func ascend() {
        remainingDepth &+= 1
    }

    /// A nested message, merged into `message`.
    @inlinable
    public mutating func readMessage<Message: ProtobufMessage>(into message: inout Message) throws(ProtobufError) {
        let outer = try enter()
        try descend()
        try message.merge(from: &self)
        ascend()
        leave(outer)
    }

    /// A nested message.
    @inlinable
    public mutating func readMessage<Message: ProtobufMessage>(_: Message.Type) throws(ProtobufError) -> Message {
        var message = Message()
        try readMessage(into: &message)
        return message
    }
}

// MARK: - Unknown fields

extension BinaryReader {
    /// Passes over the value of a field that has just given its tag.
    public mutating func skip(_ tag: UInt32) throws(ProtobufError) {
        switch tag & 7 {
        case 0: _ = try readVarint()
        case 1: _ = try readFixed64()
        case 2: _ = try readSlice()
        case 3: try skipGroup(tag)
        case 5: _ = try readFixed32()
        default: throw ProtobufError(.wrongWireType)
        }
    }

    private mutating func skipGroup(_ start: UInt32) throws(ProtobufError) {
        try descend()
        while true {
            let tag = try readTag()
            if tag & 7 == 4 {
                guard tag >> 3 == start >> 3 else { throw ProtobufError(.wrongWireType) }
                break
            }
            try skip(tag)
        }
        ascend()
    }

    /// Keeps a field that this build does not know: its tag, which began at `start`, and its value.
    public mutating func readUnknown(
        _ tag: UInt32, from start: Int, into unknown: inout [UInt8]
    ) throws(ProtobufError) {
        try skip(tag)
        unknown.append(contentsOf: bytes[start..<offset])
    }
}
