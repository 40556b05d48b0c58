/// What `martlet-bench store` is to do.
struct StoreOptions: Sendable {
    let directory: String
    let chats: Int
    let rows: Int
    let inFlight: Int
    let readers: Int
    let textBytes: Int
    let cacheMebibytes: Int
    let consumers: Int
    let seconds: Int
    let isJSON: Bool

    init(_ options: inout CommandOptions) throws(BenchFailure) {
        directory = try options.takeRequired("--directory")
        chats = try options.takeNumber("--chats", in: 1...1_000_000) ?? 10_000
        rows = try options.takeNumber("--rows", in: 0...100_000_000) ?? 200_000
        inFlight = try options.takeNumber("--in-flight", in: 1...1_000) ?? 256
        readers = try options.takeNumber("--readers", in: 1...64) ?? 2
        textBytes = try options.takeNumber("--bytes", in: 1...(64 << 10)) ?? 256
        cacheMebibytes = try options.takeNumber("--cache", in: 1...65_536) ?? 512
        consumers = try options.takeNumber("--consumers", in: 0...16) ?? 1
        seconds = try options.takeNumber("--seconds", in: 1...3600) ?? 5
        isJSON = options.takeFlag("--json")
    }
}
