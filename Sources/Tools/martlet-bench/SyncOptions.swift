/// What `martlet-bench fdatasync` is to do.
struct SyncOptions: Sendable {
    let directory: String
    let seconds: Int
    let bytes: Int
    let isJSON: Bool

    init(_ options: inout CommandOptions) throws(BenchFailure) {
        directory = try options.takeRequired("--directory")
        seconds = try options.takeNumber("--seconds", in: 1...3600) ?? 2
        bytes = try options.takeNumber("--bytes", in: 1...(16 << 20)) ?? 4096
        isJSON = options.takeFlag("--json")
    }
}
