/// Finds the name that somebody meant who wrote another.
public enum NearestName {
    /// The one that takes the fewest changes, when they are few enough to be slips of the hand.
    public static func of(_ wrong: String, in names: some Sequence<String>) -> String? {
        let folded = Array(wrong.lowercased().utf8.prefix(lengthMax))
        let near = names.map { (name: $0, distance: distance(folded, Array($0.lowercased().utf8))) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        guard let near, near.distance <= max(2, near.name.utf8.count / 3) else { return nil }
        return near.name
    }

    /// More of a wrong name is not looked at.
    private static let lengthMax = 128

    /// Letters to insert, delete or change, as Levenshtein counts.
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let changed = diagonal + (byte == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
