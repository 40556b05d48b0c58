/// An enum of the contract. Open: a value that this build does not know is kept as its number.
public protocol ProtobufEnum: Hashable, Sendable {
    /// The number in the contract.
    var rawValue: Int32 { get }
    /// The value with this number, known or not.
    init(rawValue: Int32)
    /// The value with this name in JSON; nil when there is none.
    init?(wireName: UnsafeRawBufferPointer)
    /// The name in JSON; nil when this build does not know the value.
    var wireName: StaticString? { get }
}
