/// Where settings come from, the weakest first: the file, the environment, the command line.
public struct ConfigurationSources: Sendable {
    public var file: ConfigurationFile?
    /// Variables whose names begin with ``EnvironmentName/prefix``.
    public var environment: [String: String]
    /// By the flag's name, such as `--listen`.
    public var flags: [String: String]

    public init(
        file: ConfigurationFile? = nil, environment: [String: String] = [:], flags: [String: String] = [:]
    ) {
        self.file = file
        self.environment = environment
        self.flags = flags
    }
}
