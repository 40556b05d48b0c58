/// Holds a message that its own type contains, which a struct cannot do by itself.
public final class ProtobufBox<Value: ProtobufMessage>: Sendable, Equatable {
    public let value: Value

    public init(_ value: Value) {
        self.value = value
    }

    public static func == (left: ProtobufBox, right: ProtobufBox) -> Bool {
        left === right || left.value == right.value
    }
}
