import Testing

@testable import Basics

@Suite("Text that people read: one spelling, nothing hidden")
struct HumanTextTests {
    private static func line(_ text: String, max: Int = 128) -> String {
        do throws(HumanText.Flaw) {
            return try HumanText.line(text, charactersMax: max)
        } catch {
            return "\(error)"
        }
    }

    /// What is taken, and how it is spelled then.
    private static let taken: [(String, String)] = [
        ("Ada Lovelace", "Ada Lovelace"),
        ("  Ada \u{00A0}\u{2003} Lovelace\u{3000}", "Ada Lovelace"),
        // Composed: the same bytes however it was typed.
        ("Ame\u{301}lie", "Am\u{E9}lie"),
        ("\u{212B}ngstro\u{308}m", "\u{C5}ngstr\u{F6}m"),
        ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
        ("李小龙", "李小龙"), ("محمد", "محمد"), ("दीपक", "दीपक"), ("Nguyễn Thị", "Nguyễn Thị"),
        // Within words that cannot be written without.
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("क्\u{200D}ष", "क्\u{200D}ष"),
        // Pictures of several characters.
        ("👩🏽\u{200D}💻", "👩🏽\u{200D}💻"), ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"),
        ("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥"), ("1\u{FE0F}\u{20E3}", "1\u{FE0F}\u{20E3}"), ("🇩🇪", "🇩🇪"),
        ("x\u{323}\u{307}\u{308}\u{30A}", "\u{1E8B}\u{323}\u{308}\u{30A}"),
    ]

    @Test("is taken, in one spelling", arguments: taken)
    func spelling(text: String, spelled: String) {
        #expect(Array(Self.line(text).unicodeScalars) == Array(spelled.unicodeScalars))
        #expect(Self.line(spelled) == spelled, "once is enough")
    }

    private static let hidden: [(String, Unicode.Scalar)] = [
        ("a\u{0}", "\u{0}"), ("a\nb", "\n"), ("a\tb", "\t"), ("\u{7F}a", "\u{7F}"), ("a\u{85}", "\u{85}"),
        // Directions: what is written after them reads as something else.
        ("admin\u{202E}nimda", "\u{202E}"), ("a\u{202A}b", "\u{202A}"), ("a\u{2066}b", "\u{2066}"),
        ("a\u{2069}", "\u{2069}"), ("a\u{200E}b", "\u{200E}"), ("a\u{200F}b", "\u{200F}"), ("a\u{61C}b", "\u{61C}"),
        // Of no width, or drawn as nothing.
        ("ad\u{200B}min", "\u{200B}"), ("ad\u{200C}min", "\u{200C}"), ("ad\u{200D}min", "\u{200D}"),
        ("a\u{2060}b", "\u{2060}"), ("\u{FEFF}a", "\u{FEFF}"), ("a\u{AD}b", "\u{AD}"), ("a\u{34F}b", "\u{34F}"),
        ("\u{3164}", "\u{3164}"), ("\u{115F}a", "\u{115F}"), ("\u{2800}", "\u{2800}"), ("a\u{FE0F}", "\u{FE0F}"),
        ("a\u{E0101}", "\u{E0101}"), ("👍\u{200D}", "\u{200D}"), ("5\u{200D}👍", "\u{200D}"), ("\u{200D}", "\u{200D}"),
        // Notes and tags that nobody sees.
        ("a\u{FFF9}b", "\u{FFF9}"), ("🏴\u{E0067}\u{E007F}", "\u{E0067}"),
        // What has no meaning, or nobody else's.
        ("a\u{E000}", "\u{E000}"), ("a\u{F8FF}", "\u{F8FF}"), ("a\u{378}", "\u{378}"), ("a\u{FFFF}", "\u{FFFF}"),
        ("a\u{10FFFF}", "\u{10FFFF}"), ("a\u{2028}b", "\u{2028}"), ("a\u{2029}", "\u{2029}"),
    ]

    @Test("what hides, reorders or means nothing is refused", arguments: hidden)
    func hides(text: String, culprit: Unicode.Scalar) {
        #expect(Self.line(text) == "\(HumanText.Flaw.hidden(culprit))")
    }

    @Test("towers of marks are refused, and marks on nothing")
    func marks() {
        let tower = String(repeating: "\u{308}", count: HumanText.combiningMarksMax)
        #expect(Self.line("q" + tower) == "q" + tower)
        for text in ["q\(tower)\u{308}", "q\(tower)\u{20DD}", "\u{301}a", "a \u{301}b", " \u{301}"] {
            #expect(Self.line(text) == "\(HumanText.Flaw.marks)")
        }
    }

    @Test("nothing is no name", arguments: ["", " ", "\u{3000}\u{A0}"])
    func empty(text: String) {
        #expect(Self.line(text) == "\(HumanText.Flaw.empty)")
    }

    @Test("the length is that of the result, in characters of Unicode")
    func length() {
        #expect(Self.line("  abcd  ", max: 4) == "abcd")
        #expect(Self.line("e\u{301}e\u{301}", max: 2) == "\u{E9}\u{E9}")
        #expect(Self.line("abcde", max: 4) == "\(HumanText.Flaw.tooLong(limit: 4))")
        #expect(Self.line(String(repeating: " ", count: 1_000_000), max: 4) == "\(HumanText.Flaw.tooLong(limit: 4))")
    }

    @Test("a paragraph keeps its lines and may be empty")
    func paragraph() throws {
        #expect(try HumanText.paragraph(" one \r\n\n two  three\n ", charactersMax: 64) == "one\ntwo three")
        #expect(try HumanText.paragraph("", charactersMax: 64) == "")
        #expect(throws: HumanText.Flaw.hidden("\u{202E}")) {
            try HumanText.paragraph("a\n\u{202E}b", charactersMax: 64)
        }
    }
}
