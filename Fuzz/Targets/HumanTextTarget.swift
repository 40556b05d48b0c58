internal import Basics

/// What is taken as a name is taken again as it is, is composed, and holds nothing that hides or breaks the line.
enum HumanTextTarget {
    private static let charactersMax = 128

    static func run(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        guard let line = try? HumanText.line(text, charactersMax: charactersMax) else { return }
        let scalars = Array(line.unicodeScalars)
        expect((1...charactersMax).contains(scalars.count), "a name has \(scalars.count) characters")
        let again = try? HumanText.line(line, charactersMax: charactersMax)
        expect(again.map { Array($0.utf8) } == Array(line.utf8), "a name is spelled once more: \(scalars)")
        expect(Array(line.canonicallyComposed.utf8) == Array(line.utf8), "a name is not composed: \(scalars)")
        expect(scalars.first != " " && scalars.last != " ", "a name has spaces around it: \(scalars)")
        for scalar in scalars { expect(mayStand(scalar), "a name holds \(scalar.escaped(asASCII: true))") }
    }

    private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
        case .spaceSeparator: scalar == " "
        default: true
        }
    }
}
