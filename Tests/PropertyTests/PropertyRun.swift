import Glibc
import Testing

/// How many sequences a property is tried on, and from which seed. A failing sequence is run again with
/// `MARTLET_PROPERTY_SEED` at its own seed and `MARTLET_PROPERTY_SEQUENCES` at 1.
struct PropertyRun: Sendable {
    let name: String
    let seed: UInt64
    let sequenceCount: Int

    init(_ name: String, sequences: Int) {
        self.name = name
        var random = SystemRandomNumberGenerator()
        seed = Self.number("MARTLET_PROPERTY_SEED") ?? random.next() >> 16
        sequenceCount = Self.number("MARTLET_PROPERTY_SEQUENCES").map { Int(clamping: $0) } ?? sequences
        print("Property \"\(name)\": \(sequenceCount) sequences from MARTLET_PROPERTY_SEED=\(seed)")
    }

    /// Each sequence's own seed.
    var seeds: some Sequence<UInt64> & Sendable {
        (0..<UInt64(sequenceCount)).lazy.map { [seed] in seed &+ $0 }
    }

    /// The first finding is the one to look at: its message is all that is needed to see it again.
    func record(_ error: any Error, seed: UInt64, story: [String]) {
        let lines = story.enumerated().map { "  \($0): \($1)" }.joined(separator: "\n")
        Issue.record(
            """
            \(name): \((error as? PropertyFailure)?.message ?? "\(error)")
            Again with MARTLET_PROPERTY_SEED=\(seed) MARTLET_PROPERTY_SEQUENCES=1
            \(lines)
            """)
    }

    private static func number(_ name: String) -> UInt64? {
        getenv(name).flatMap { UInt64(String(cString: $0)) }
    }
}

/// What a property found: not what it expects.
struct PropertyFailure: Error {
    let message: String
}

/// For values that are expensive to describe: the message is only made when they differ.
func expectEqual<Value: Equatable>(
    _ actual: Value, _ expected: Value, _ what: @autoclosure () -> String
) throws(PropertyFailure) {
    if actual != expected { throw PropertyFailure(message: "\(what()): \(actual), expected \(expected)") }
}

func expectTrue(_ condition: Bool, _ what: @autoclosure () -> String) throws(PropertyFailure) {
    if !condition { throw PropertyFailure(message: what()) }
}
