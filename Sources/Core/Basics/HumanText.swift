/// Text that people write to be read by others, such as names: one spelling, and nothing in it that hides, reorders or
/// imitates. `docs/PROTOCOL.md` has the rules.
public enum HumanText {
    /// Why a text is not taken.
    public enum Flaw: Error, Equatable, Sendable {
        /// Nothing is left of it that could be seen.
        case empty
        case tooLong(limit: Int)
        /// Control characters, direction overrides, invisible, private or unassigned ones.
        case hidden(Unicode.Scalar)
        /// More marks on one letter than any script needs.
        case marks
    }

    /// Marks in a row: Vietnamese and Hebrew with accents get by with three, towers over the lines above do not.
    public static let combiningMarksMax = 4

    /// A text in one line: composed (NFC), each run of spaces one space, none at the ends.
    ///
    /// - Parameter charactersMax: in Unicode scalars, of the result.
    public static func line(_ text: String, charactersMax: Int) throws(Flaw) -> String {
        let line = try spelling(text, keepsLines: false, charactersMax: charactersMax)
        guard !line.isEmpty else { throw .empty }
        return line
    }

    /// A text that may have several lines, and may be empty.
    public static func paragraph(_ text: String, charactersMax: Int) throws(Flaw) -> String {
        try spelling(text, keepsLines: true, charactersMax: charactersMax)
    }

    private static func spelling(_ text: String, keepsLines: Bool, charactersMax: Int) throws(Flaw) -> String {
        // Before the work: composing is linear, and never makes a text four times shorter.
        guard text.utf8.count <= charactersMax * 16 else { throw .tooLong(limit: charactersMax) }
        let scalars = Array(text.canonicallyComposed.unicodeScalars)
        var result = String.UnicodeScalarView()
        var (marks, waiting): (Int, Unicode.Scalar?) = (0, nil)
        for (index, scalar) in scalars.enumerated() {
            if let space = space(scalar, keepsLines: keepsLines) {
                waiting = waiting == "\n" || result.isEmpty ? waiting : space
                marks = 0
                continue
            }
            try check(scalar, at: index, in: scalars)
            marks = isMark(scalar) ? marks + 1 : 0
            // A mark with nothing to stand on joins what is before the text.
            guard marks <= combiningMarksMax, marks == 0 || !(result.isEmpty || waiting != nil) else { throw .marks }
            if let waiting { result.append(waiting) }
            waiting = nil
            result.append(scalar)
        }
        guard result.count <= charactersMax else { throw .tooLong(limit: charactersMax) }
        return String(result)
    }

    /// What the scalar is as white space: a space or, where lines count, a line feed; nil when it is none.
    private static func space(_ scalar: Unicode.Scalar, keepsLines: Bool) -> Unicode.Scalar? {
        if keepsLines, scalar == "\n" || scalar == "\r" { return "\n" }
        return scalar.properties.generalCategory == .spaceSeparator ? " " : nil
    }

    private static func check(_ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar]) throws(Flaw) {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            throw .hidden(scalar)
        case .format: break
        default:
            // A braille pattern without dots is drawn as nothing.
            guard scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}" else { return }
        }
        let before = index > 0 ? scalars[index - 1] : nil
        let after = index + 1 < scalars.count ? scalars[index + 1] : nil
        guard let before, mayStand(scalar, between: before, and: after) else { throw .hidden(scalar) }
    }

    /// The invisible characters without which some words and pictures cannot be written.
    private static func mayStand(
        _ scalar: Unicode.Scalar, between before: Unicode.Scalar, and after: Unicode.Scalar?
    ) -> Bool {
        switch scalar {
        // How a picture is drawn.
        case "\u{FE0E}", "\u{FE0F}": before.properties.isEmoji
        // Joins pictures to one, and letters of scripts with a virama (RFC 5892, appendix A.2).
        case "\u{200D}":
            hasVirama(before) || (isPicture(before) && after.map { $0.properties.isEmoji } ?? false)
        // Keeps letters apart that would join: after a virama, and within Arabic writing (RFC 5892, appendix A.1).
        case "\u{200C}": hasVirama(before) || (isArabic(before) && after.map(isArabic) ?? false)
        default: false
        }
    }

    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        // Digits and the number sign are emoji by their property.
        scalar == "\u{FE0F}" || (scalar.properties.isEmoji && scalar.value > 0x7F)
    }

    private static func hasVirama(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.canonicalCombiningClass == .init(rawValue: 9)
    }

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool { (0x0620...0x08FF).contains(scalar.value) }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        // What chooses the look of a picture stands on it by right.
        case .nonspacingMark, .enclosingMark: !scalar.properties.isVariationSelector
        default: false
        }
    }
}
