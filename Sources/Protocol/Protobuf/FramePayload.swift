/// What a frame of the socket carries: the oneof of a message that is a frame union. In JSON its member is named by the
/// frame's `type` and its value is the frame's `payload`.
public protocol FramePayload: Sendable, Equatable {
    /// The field of the frames of this type; nil when the contract has none.
    static func field(ofFrameType type: UnsafeRawBufferPointer) -> UInt32?
    /// An empty payload of this field, which `field(ofFrameType:)` gave.
    init(emptyField: UInt32)
    /// Reads the frame's `payload` as this field.
    init(field: UInt32, json reader: inout JSONReader) throws(ProtobufError)
    /// The frame's `type`.
    var frameType: StaticString { get }
    /// Appends the frame's `payload`.
    func writeJSON(to writer: inout JSONWriter)
}

/// Reads `type` and `payload` of one frame in whichever order they come. A payload that comes first is passed over and
/// read at the end, when the type is known.
public struct FrameReader<Payload: FramePayload> {
    /// What the type says; 0 until it has come.
    @usableFromInline var field: UInt32 = 0
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
            guard let field = Payload.field(ofFrameType: try reader.readText()) else {
                throw ProtobufError(.unknownFrameType)
            }
            self.field = field
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
        guard field != 0 else {
            raw = try reader.readRawValue()
            return
        }
        reader.skipWhitespace()
        let start = reader.position
        payload = try Self.read(field, from: &reader)
        raw = reader.slice(from: start, to: reader.position)
    }

    /// A fault inside the payload keeps its own path, so that a field is named as it is over HTTP.
    @inlinable
    static func read(_ field: UInt32, from reader: inout JSONReader) throws(ProtobufError) -> Payload {
        do throws(ProtobufError) {
            return try Payload(field: field, json: &reader)
        } catch {
            throw error.field == nil ? error.inside("payload") : error
        }
    }

    /// The payload, after the last member of the frame.
    @inlinable
    public consuming func finish(_ reader: borrowing JSONReader) throws(ProtobufError) -> Payload {
        guard field != 0 else { throw ProtobufError(.unknownFrameType, field: "type") }
        if let payload { return payload }
        guard let raw else { return Payload(emptyField: field) }
        // The frame's own object has just been left, and the payload stands inside of it.
        var inner = JSONReader(raw, remainingDepth: reader.remainingDepth - 1)
        return try Self.read(field, from: &inner)
    }
}
