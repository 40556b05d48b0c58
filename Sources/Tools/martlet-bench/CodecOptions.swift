/// What `martlet-bench codec` is to do.
struct CodecOptions {
    let rounds: Int
    let iterations: Int
    let isJSON: Bool

    init(_ options: inout CommandOptions) throws(BenchFailure) {
        rounds = try options.takeNumber("--rounds", in: 1...1_000) ?? 15
        iterations = try options.takeNumber("--iterations", in: 1...100_000_000) ?? 100_000
        isJSON = options.takeFlag("--json")
    }
}
