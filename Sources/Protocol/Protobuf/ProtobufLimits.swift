/// What the readers refuse, so that hostile input cannot exhaust the stack.
public enum ProtobufLimits {
    /// How many messages or groups may be open inside the outermost message (binary), and how many objects and arrays
    /// may be open at once (JSON). The value is that of the other protobuf implementations.
    public static let nestingDepth = 100
}
