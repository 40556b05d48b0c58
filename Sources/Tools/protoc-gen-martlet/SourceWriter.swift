/// Collects lines of Swift, indented by the blocks they stand in.
struct SourceWriter {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ line: String = "") {
        if !line.isEmpty {
            text += String(repeating: "    ", count: depth)
            text += line
        }
        text += "\n"
    }

    /// `head {`, what `body` writes one level deeper, and `}`.
    mutating func block(
        _ head: String, closing: String = "}", _ body: (inout SourceWriter) throws(GeneratorError) -> Void
    ) throws(GeneratorError) {
        line(head)
        depth += 1
        try body(&self)
        depth -= 1
        line(closing)
    }

    /// `head {`, what `body` writes one level deeper, and `}`.
    mutating func block(_ head: String, closing: String = "}", _ body: (inout SourceWriter) -> Void) {
        line(head)
        depth += 1
        body(&self)
        depth -= 1
        line(closing)
    }

    mutating func documentation(_ lines: [String]) {
        for line in lines { self.line(line.isEmpty ? "///" : "/// \(line)") }
    }

    /// A case of a switch that assigns, on one line when it fits.
    mutating func assignment(case label: String, _ target: String, _ value: String) {
        let oneLine = "case \(label): \(target) = \(value)"
        guard depth * 4 + oneLine.count > 120 else { return line(oneLine) }
        line("case \(label):")
        line("    \(target) =")
        line("        \(value)")
    }

    /// `head(items)`, on one line when it fits and else with an item per line.
    mutating func list(_ head: String, _ items: [String], tail: String) {
        let oneLine = "\(head)\(items.joined(separator: ", "))\(tail)"
        guard depth * 4 + oneLine.count > 120 else { return line(oneLine) }
        line(head)
        depth += 1
        for (index, item) in items.enumerated() { line(index + 1 < items.count ? "\(item)," : item) }
        depth -= 1
        line(tail)
    }
}
