internal import SecureFormat

extension SenderLedgers {
    private static let rangesByteCounts = CounterRange.byteCount...CounterLedger.rangeCountMax * CounterRange.byteCount
    /// The most that there can be: every device has one range.
    private static let listByteCounts = 0...rangeCountMax * (8 + 2 + CounterRange.byteCount)

    /// - Returns: nil in the place of each whose counters are none of a ledger.
    static func decodeList(_ reader: inout FormatReader) throws(FormatError) -> [Sender?] {
        var inside = try reader.vector(listByteCounts)
        var senders: [Sender?] = []
        while inside.remaining > 0 {
            let deviceID = try inside.uint64()
            let ledger = CounterLedger(try decodeRanges(&inside))
            senders.append(ledger.map { Sender(deviceID: deviceID, ledger: $0) })
        }
        return senders
    }

    private static func decodeRanges(_ reader: inout FormatReader) throws(FormatError) -> [CounterRange] {
        var inside = try reader.vector(rangesByteCounts)
        var ranges: [CounterRange] = []
        while inside.remaining > 0 {
            ranges.append(CounterRange(first: try inside.uint64(), last: try inside.uint64()))
        }
        return ranges
    }

    func encodeList(to writer: inout FormatWriter) throws(FormatError) {
        try writer.vector(Self.listByteCounts) { (inside) throws(FormatError) in
            for sender in senders {
                inside.uint64(sender.deviceID)
                try inside.vector(Self.rangesByteCounts) { (inside) throws(FormatError) in
                    for range in sender.ledger.ranges {
                        inside.uint64(range.first)
                        inside.uint64(range.last)
                    }
                }
            }
        }
    }
}
