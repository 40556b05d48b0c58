internal import WireProtocol

extension Array where Element == Entry {
    /// As many as fit, one at least: the first ones, or the last ones.
    func fitting(_ bytesMax: Int, fromEnd: Bool) -> [Entry] {
        var left = bytesMax
        var count = 0
        for entry in fromEnd ? AnySequence(reversed()) : AnySequence(self) {
            left -= entry.roughBytes
            if left < 0, count > 0 { break }
            count += 1
        }
        return Array(fromEnd ? suffix(count) : prefix(count))
    }
}

extension Entry {
    /// What it is without its contents, generously.
    private static let bareBytes = 256

    fileprivate var roughBytes: Int {
        Self.bareBytes + (content?.roughBytes ?? 0) + (latestEdit?.content?.roughBytes ?? 0)
    }
}

extension Content {
    fileprivate var roughBytes: Int {
        (text?.utf8.count ?? 0) + (ciphertext?.count ?? 0) + keys.reduce(0) { $0 + $1.key.count }
    }
}
