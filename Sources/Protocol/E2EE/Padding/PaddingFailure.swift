/// There is more than the maximum, or what should be padded is not what `Padding.pad` makes of anything.
public struct PaddingFailure: Error, Equatable, Sendable {
    public init() {}
}
