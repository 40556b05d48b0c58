internal import Basics

/// As 16 bytes, which sort as the UUID does.
extension ClientID {
    init?(blob: [UInt8]) {
        guard blob.count == 16 else { return nil }
        let words = [UInt64](bigEndian: blob)
        self.init(high: words[0], low: words[1])
    }

    var blob: [UInt8] { [high, low].bigEndianBytes }
}
