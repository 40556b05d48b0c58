/// Not the fault of what was given: there is no randomness, or the host does not do what it is asked.
extension PrimitiveFailure: Refusal {
    public var cause: Cause { Cause("primitive", "failed") }
}
