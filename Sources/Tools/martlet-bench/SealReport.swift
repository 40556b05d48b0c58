/// Nanoseconds of each operation, and what was aimed at.
struct SealReport {
    struct Row {
        let name: String
        let nanoseconds: Double
        let goal: Double?

        init(_ name: String, _ nanoseconds: Double, goal: Double?) {
            self.name = name
            self.nanoseconds = nanoseconds
            self.goal = goal
        }
    }

    let rows: [Row]

    var text: String {
        rows.map { row in
            let goal = row.goal.map { ", goal \(Self.milliseconds($0)) ms" } ?? ""
            let space = String(repeating: " ", count: max(0, 22 - row.name.count))
            return "\(row.name)\(space)\(Self.milliseconds(row.nanoseconds)) ms\(goal)"
        }.joined(separator: "\n")
    }

    var json: String {
        let objects = rows.map { row in
            """
            {"operation":"\(row.name)","nanoseconds":\(Int(row.nanoseconds.rounded()))}
            """
        }
        return "[\(objects.joined(separator: ","))]"
    }

    private static func milliseconds(_ nanoseconds: Double) -> String { Decimal.text(nanoseconds / 1e6, places: 3) }
}
