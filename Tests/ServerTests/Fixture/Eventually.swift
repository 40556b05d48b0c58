import Testing

/// For what is true some time after an answer, without anybody being told: asks again and again until it is so.
func eventually(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, _ holds: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + .seconds(Patience.seconds)
    while ContinuousClock.now < deadline {
        if try await holds() { return }
    }
    Issue.record("never: \(what)", sourceLocation: sourceLocation)
}
