/// What a command of `martletd` takes, and how it is explained.
struct CommandDescription: Sendable {
    struct Flag: Sendable {
        /// With its dashes.
        let name: String
        /// What stands for the value in the help; nil when there is none.
        let value: String?
        let summary: String

        static let json = Flag(name: "--json", value: nil, summary: "print one JSON object instead of text")
        static let config = Flag(
            name: "--config", value: "FILE", summary: "read the settings in FILE (MARTLET_CONFIG)")
        static let data = Flag(
            name: "--data", value: "DIR", summary: "the data directory (MARTLET_DATA, or data in the file)")
        static let help = Flag(name: "--help", value: nil, summary: "explain the command")
    }

    /// `config check` is two words.
    let words: [String]
    let summary: String
    /// What it takes beside flags, in order; all of it is needed.
    var operands: [String] = []
    var flags: [Flag] = []
    /// Whole paragraphs.
    var details = ""
    let examples: [String]

    var name: String { words.joined(separator: " ") }

    var usage: String {
        (["martletd \(name)"] + operands + (flags.isEmpty ? [] : ["[flags]"])).joined(separator: " ")
    }

    var help: String {
        var text = "\(usage)\n\n\(summary)\n"
        if !details.isEmpty { text += "\n\(details)\n" }
        text += "\nFlags:\n" + Self.lines(flags + [.help])
        return text + "\nExamples:\n" + examples.map { "  \($0)" }.joined(separator: "\n")
    }

    private static func lines(_ flags: [Flag]) -> String {
        let left = flags.map { flag in "  \(flag.name)\(flag.value.map { " \($0)" } ?? "")" }
        let width = left.map(\.count).max() ?? 0
        return zip(left, flags).map { left, flag in
            left + String(repeating: " ", count: width + 2 - left.count) + flag.summary + "\n"
        }.joined()
    }
}
