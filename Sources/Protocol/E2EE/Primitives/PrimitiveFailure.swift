/// A primitive did not do what was asked: the wrong key, changed bytes, a key of another kind, no randomness. Which of
/// these is not said: who asked knows what it means there, and for the rest it must make no difference.
public struct PrimitiveFailure: Error, Equatable, Sendable {
    public init() {}
}
