internal import Basics

/// How names are spelled to be searched: composed, without case, words one space apart.
public enum SearchNames {
    /// Beginnings that one person is found by. A name of more words is found by its first ones.
    public static let perUserMax = 16

    /// The user name, and the display name from each of its words on: the begin of any of these finds the person.
    public static func all(username: String, displayName: String) -> [String] {
        var names = [folded(username)]
        var rest = folded(displayName)[...]
        while names.count < perUserMax, !rest.isEmpty {
            names.append(String(rest))
            guard let space = rest.firstIndex(of: " ") else { break }
            rest = rest[rest.index(after: space)...]
        }
        return Array(Set(names))
    }

    /// Each letter as its capital's small one: "Straße" and "STRASSE" are the same, wherever a sigma stands.
    public static func folded(_ text: String) -> String {
        var result = ""
        for scalar in text.canonicallyComposed.uppercased().unicodeScalars {
            result += scalar.properties.lowercaseMapping
        }
        return result.canonicallyComposed
    }
}
