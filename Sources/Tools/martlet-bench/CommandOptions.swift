/// `--name value` pairs and `--flag`s, taken out one by one so that what is left over is known to be a mistake.
struct CommandOptions {
    private static let flags: Set<String> = ["--json"]

    private var values: [String: String] = [:]

    init(_ arguments: some Collection<String>) throws(BenchFailure) {
        var rest = arguments.makeIterator()
        while let name = rest.next() {
            guard name.hasPrefix("--") else { throw .usage("\(name) is not an option") }
            if Self.flags.contains(name) {
                values[name] = ""
            } else {
                guard let value = rest.next() else { throw .usage("\(name) needs a value") }
                values[name] = value
            }
        }
    }

    mutating func takeFlag(_ name: String) -> Bool { values.removeValue(forKey: name) != nil }

    mutating func take(_ name: String) -> String? { values.removeValue(forKey: name) }

    mutating func takeRequired(_ name: String) throws(BenchFailure) -> String {
        guard let value = take(name) else { throw .usage("\(name) is missing") }
        return value
    }

    mutating func takeNumber(_ name: String, in range: ClosedRange<Int>) throws(BenchFailure) -> Int? {
        guard let text = take(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .usage("\(name) takes a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Nothing may be left.
    func finish() throws(BenchFailure) {
        if let name = values.keys.sorted().first { throw .usage("there is no option \(name) here") }
    }
}
