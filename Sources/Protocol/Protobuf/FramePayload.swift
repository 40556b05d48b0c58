/// What a frame of the socket carries: the oneof of a message that is a frame union. In JSON its member is named by the
/// frame's `type` and its value is the frame's `payload`.
public protocol FramePayload: Sendable, Equatable {
    /// An empty payload of the frames of this type; nil when the contract has none.
    init?(frameType: UnsafeRawBufferPointer)
    /// The frame's `type`.
    var frameType: StaticString { get }
    /// Reads the frame's `payload` into this one.
    mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError)
    /// Appends the frame's `payload`.
    func writeJSON(to writer: inout JSONWriter)
}

/// Reads `type` and `payload` of one frame in whichever order they come. A payload that comes first is passed over and
/// read at the end, when the type is known.
public struct FrameReader<Payload: FramePayload> {
    /// What the type says; nil until it has come.
    @usableFromInline var empty: Payload?
    /// The payload, once it has been read as what the type says.
    @usableFromInline var payload: Payload?
    /// The payload as it stands in the document; nil when there is none.
    @usableFromInline var raw: UnsafeRawBufferPointer?

    @inlinable
    public init() {}

    /// Reads the value of `type`.
    @inlinable
    public mutating func readType(from reader: inout JSONReader) throws(ProtobufError) {
        do throws(ProtobufError) {
            guard let empty = Payload(frameType: try reader.readText()) else {
                throw ProtobufError(.unknownFrameType)
            }
            self.empty = empty
            payload = nil
        } catch {
            throw error.inside("type")
        }
    }

    /// Reads the value of `payload`.
    @inlinable
    public mutating func readPayload(from reader: inout JSONReader) throws(ProtobufError) {
        payload = nil
        raw = nil
        if try reader.readNull() { return }
        guard var value = empty else {
            raw = try reader.readRawValue()
            return
        }
        reader.skipWhitespace()
        let start = reader.position
        try Self.merge(into: &value, from: &reader)
        raw = reader.slice(from: start, to: reader.position)
        payload = value
    }

    /// A fault inside the payload keeps its own path, so that a field is named as it is over HTTP.
    @inlinable
    static func merge(into value: inout Payload, from reader: inout JSONReader) throws(ProtobufError) {
        do throws(ProtobufError) {
            try value.mergeJSON(from: &reader)
        } catch {
            throw error.field == nil ? error.inside("payload") : error
        }
    }

    /// The payload, after the last member of the frame.
    @inlinable
    public func finish(_ reader: borrowing JSONReader) throws(ProtobufError) -> Payload {
        guard var value = empty else { throw ProtobufError(.unknownFrameType, field: "type") }
        if let payload { return payload }
        guard let raw else { return value }
        // The frame's own object has just been left, and the payload stands inside of it.
        var inner = JSONReader(raw, remainingDepth: reader.remainingDepth - 1)
        try Self.merge(into: &value, from: &inner)
        return value
    }
}
