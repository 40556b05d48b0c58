/// Why bytes could not be read as a message.
public struct ProtobufError: Error, Equatable, Sendable {
    /// What was wrong, without where.
    public enum Reason: Sendable, Equatable {
        /// The bytes end inside a value.
        case truncated
        case malformedVarint
        case invalidTag
        /// A wire type that does not exist, or a group that is not closed by its own end.
        case wrongWireType
        case invalidUTF8
        /// Nested deeper than `ProtobufLimits.nestingDepth`.
        case tooDeep
        /// Not JSON.
        case syntax
        /// A whole document was read and more follows.
        case trailingBytes
        /// JSON of another kind than the field's.
        case wrongType
        case invalidNumber
        /// A number that the field's type cannot hold.
        case outOfRange
        case invalidBase64
        case invalidTimestamp
        case invalidDuration
        case invalidFieldMask
        /// The JSON of an `Any` whose type is missing or not among the reader's `types`.
        case unknownType
        case unknownEnumName
        /// A frame whose `type` is missing or not one of the contract's.
        case unknownFrameType
        /// Two members of the same oneof.
        case conflictingOneof
    }

    /// What was wrong.
    public var reason: Reason
    /// The field that was being read, in JSON spelling and from the outermost message on, such as `device.id`. Nil when
    /// the fault is in no field.
    public var field: String?

    /// An error in the given field.
    public init(_ reason: Reason, field: String? = nil) {
        self.reason = reason
        self.field = field
    }

    /// The same error, seen from the message that holds `field`. Errors outside of any field stay as they are.
    public func inside(_ field: StaticString?) -> ProtobufError {
        guard let field else { return self }
        let outer = field.description
        return ProtobufError(reason, field: self.field.map { "\(outer).\($0)" } ?? outer)
    }
}
