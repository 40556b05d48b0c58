internal import Glibc

/// Why there is no result: one sentence for a person.
struct BenchFailure: Error, Sendable {
    let message: String
    /// The command line was not understood.
    let isUsage: Bool

    init(_ message: String) {
        self.message = message
        isUsage = false
    }

    private init(usage message: String) {
        self.message = message
        isUsage = true
    }

    static func usage(_ message: String) -> BenchFailure { BenchFailure(usage: message) }

    /// Onto standard error.
    func tell() {
        let text = Array("martlet-bench: \(message)\n\(isUsage ? "See martlet-bench --help.\n" : "")".utf8)
        _ = write(STDERR_FILENO, text, text.count)
    }
}
