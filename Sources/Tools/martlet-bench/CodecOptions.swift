/// What `martlet-bench codec`, `token` and `seal` are to do.
struct CodecOptions {
    let rounds: Int
    let iterations: Int
    let isJSON: Bool

    /// - Parameter iterations: in one round, unless it is said.
    init(_ options: inout CommandOptions, iterations standard: Int = 100_000) throws(BenchFailure) {
        rounds = try options.takeNumber("--rounds", in: 1...1_000) ?? 15
        iterations = try options.takeNumber("--iterations", in: 1...100_000_000) ?? standard
        isJSON = options.takeFlag("--json")
    }

    /// Nanoseconds of one call of `work`, which says whether it did what it should so that it cannot be left out, and
    /// is told the number of the call in its round. Processor time of this thread: what else runs on the machine does
    /// not count.
    func median(_ work: (Int) -> Bool) -> Double {
        let measured = (0..<rounds).map { _ in
            let start = Clock.ownThread
            var done = 0
            for index in 0..<iterations where work(index) { done += 1 }
            let elapsed = Clock.ownThread - start
            precondition(done == iterations)
            return Double(elapsed) / Double(iterations)
        }
        return measured.sorted()[measured.count / 2]
    }
}
