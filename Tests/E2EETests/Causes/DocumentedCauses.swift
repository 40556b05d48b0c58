import FoundationEssentials

/// The causes that docs/encryption.md lists, read from the page itself: `noun.problem`, and `.problem` of the noun
/// that was named last.
enum DocumentedCauses {
    static func of(_ noun: String) -> Set<String> {
        Set(all.filter { $0.hasPrefix("\(noun).") })
    }

    static let all: [String] = {
        let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        guard let data = try? Data(contentsOf: URL(filePath: root + "/docs/encryption.md")) else { return [] }
        var causes: [String] = []
        var noun = ""
        // Every second piece between back quotes is code; a fence of three leaves that as it is.
        for (index, code) in String(decoding: data, as: UTF8.self).split(
            separator: "`", omittingEmptySubsequences: false
        )
        .enumerated() where !index.isMultiple(of: 2) {
            let words = code.split(separator: ".", omittingEmptySubsequences: false)
            guard words.count == 2, isName(words[1]), words[0].isEmpty || isName(words[0]) else { continue }
            if !words[0].isEmpty { noun = String(words[0]) }
            causes.append("\(noun).\(words[1])")
        }
        return causes
    }()

    private static func isName(_ word: Substring) -> Bool {
        !word.isEmpty && word.allSatisfy { $0 == "_" || ($0.isASCII && $0.isLowercase) }
    }
}
