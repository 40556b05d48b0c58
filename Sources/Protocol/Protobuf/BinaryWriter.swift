/// Writes the protobuf binary encoding from the end of its buffer to the start, so the length of a nested message is
/// known when it has to be written: there is no pass that only counts. A field's value is written before its tag, and
/// the last field first.
public struct BinaryWriter: ~Copyable {
    @usableFromInline var base: UnsafeMutableRawPointer
    @usableFromInline var capacity: Int
    /// The first written byte.
    @usableFromInline var head: UnsafeMutableRawPointer

    /// An empty writer that grows when `capacity` bytes are not enough.
    @inlinable
    public init(capacity: Int = 512) {
        self.capacity = max(capacity, 16)
        base = .allocate(byteCount: self.capacity, alignment: 1)
        head = base + self.capacity
    }

    @inlinable
    deinit { base.deallocate() }

    /// Forgets what was written and keeps the memory.
    @inlinable
    public mutating func reset() {
        head = base + capacity
    }

    /// The number of bytes written.
    @inlinable public var count: Int { base + capacity - head }

    /// Lends the written bytes.
    @inlinable
    public borrowing func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: head, count: count))
    }

    /// A copy of the written bytes.
    @inlinable public var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: head, count: count)) }

    @usableFromInline
    mutating func grow(by needed: Int) {
        let used = count
        let grown = max(capacity * 2, used + needed)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: grown, alignment: 1)
        let start = memory + (grown - used)
        start.copyMemory(from: head, byteCount: used)
        base.deallocate()
        base = memory
        capacity = grown
        head = start
    }

    @inlinable
    mutating func reserve(_ needed: Int) {
        if head - base < needed { grow(by: needed) }
    }

    /// Puts bytes, as they are, in front of what is written.
    @inlinable
    public mutating func append(_ raw: UnsafeRawBufferPointer) {
        guard let source = raw.baseAddress else { return }
        reserve(raw.count)
        head -= raw.count
        head.copyMemory(from: source, byteCount: raw.count)
    }

    /// Puts bytes, as they are, in front of what is written.
    @inlinable
    public mutating func append(_ raw: [UInt8]) {
        raw.withUnsafeBytes { append($0) }
    }

    /// Writes a base-128 varint.
    @inlinable @inline(__always)
    public mutating func writeVarint(_ value: UInt64) {
        reserve(10)
        if value < 0x80 {
            head -= 1
            head.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
        } else {
            writeLongVarint(value)
        }
    }

    /// The caller has reserved ten bytes.
    @inlinable
    mutating func writeLongVarint(_ value: UInt64) {
        head -= (70 &- value.leadingZeroBitCount) / 7
        var rest = value
        var cursor = head
        while rest >= 0x80 {
            cursor.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
            cursor += 1
            rest >>= 7
        }
        cursor.storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
    }

    /// Writes a field number with its wire type.
    @inlinable @inline(__always)
    public mutating func writeTag(_ tag: UInt32) {
        writeVarint(UInt64(tag))
    }

    /// Writes the length of everything written since `count` was `before`.
    @inlinable
    public mutating func writeLength(since before: Int) {
        writeVarint(UInt64(count - before))
    }

    /// Writes a nested message with its length.
    @inlinable
    public mutating func writeMessage<Message: ProtobufMessage>(_ message: Message) {
        let before = count
        message.write(to: &self)
        writeLength(since: before)
    }
}
