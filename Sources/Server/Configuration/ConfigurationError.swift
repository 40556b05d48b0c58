/// Everything that is wrong with a configuration, in words for the operator: which place, which key, what to do.
public struct ConfigurationError: Error, Sendable, Equatable {
    /// One sentence or two for each problem; at least one.
    public let problems: [String]

    public init(problems: [String]) {
        self.problems = problems
    }
}
