/// Nanoseconds a frame.
struct CodecReport {
    struct Row {
        let frame: String
        let encoding: String
        let byteCount: Int
        let decode: Double
        let encode: Double
    }

    let rows: [Row]

    var text: String {
        var lines = [Self.line("frame", "encoding", "bytes", "decode ns", "encode ns", "together ns")]
        for row in rows {
            lines.append(
                Self.line(
                    row.frame, row.encoding, String(row.byteCount), Self.whole(row.decode), Self.whole(row.encode),
                    Self.whole(row.decode + row.encode)))
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ columns: String...) -> String {
        let widths = [18, 10, 7, 11, 11, 12]
        return zip(columns, widths).enumerated().map { index, column in
            let space = String(repeating: " ", count: max(0, column.1 - column.0.count))
            return index < 2 ? column.0 + space : space + column.0
        }.joined()
    }

    private static func whole(_ value: Double) -> String { String(Int(value.rounded())) }

    var json: String {
        let objects = rows.map { row in
            """
            {"frame":"\(row.frame)","encoding":"\(row.encoding)","bytes":\(row.byteCount),\
            "decodeNanoseconds":\(Self.whole(row.decode)),"encodeNanoseconds":\(Self.whole(row.encode))}
            """
        }
        return "[\(objects.joined(separator: ","))]"
    }
}
