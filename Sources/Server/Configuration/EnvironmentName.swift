/// Names of variables of the environment.
public enum EnvironmentName {
    /// What every setting's variable begins with.
    public static let prefix = "MARTLET_"
    /// Names the configuration file, as `--config` does.
    public static let configuration = "MARTLET_CONFIG"
    /// Read by tests and tools only, which start the server: it does not take them for misspelled settings.
    public static let ofTests: Set<String> = [
        "MARTLET_SEED", "MARTLET_TEST_SEED", "MARTLET_KILL_ROUNDS", "MARTLET_BENCH_BIN", "MARTLET_WRITE",
        "MARTLET_VECTORS",
    ]
}
