import FoundationEssentials
import Testing

@testable import E2EE

/// Holds the tables of docs/encryption.md against the faults that these tests try.
@Suite("Causes")
struct CauseTableTests {
    /// Every `noun.problem` of one part of the page; `.problem` goes on with the noun in front.
    private static func documented(from start: String, to end: String) throws -> Set<String> {
        let folder = #filePath.split(separator: "/").dropLast(4)
        let path = "/" + (folder + ["docs", "encryption.md"]).joined(separator: "/")
        let page = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0 == start })
        let last = try #require(lines.firstIndex { $0 == end })
        var causes: Set<String> = []
        var noun: Substring = ""
        for quoted in lines[first..<last].joined(separator: "\n").split(
            separator: "`", omittingEmptySubsequences: false)
        {
            let parts = quoted.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy(isWord), !parts[1].isEmpty else { continue }
            if !parts[0].isEmpty { noun = parts[0] }
            causes.insert("\(noun).\(parts[1])")
        }
        return causes
    }

    private static func isWord(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    @Test("what is documented of envelopes is what is tested, cause for cause")
    func complete() throws {
        let tested =
            OpeningFault.all.map(\.cause) + SealingFault.all.map(\.cause) + RosterFault.all.map(\.cause)
            + PrimitiveFault.all.map(\.cause) + StateTests.faults.map(\.cause)
        let documented = try Self.documented(from: "## Envelope: `martlet.envelope.v1`", to: "## Passwords")
        #expect(documented.count > 40)
        #expect(documented.subtracting(tested) == [], "documented, not tested")
        #expect(Set(tested).subtracting(documented) == [], "tested, not documented")
    }
}
