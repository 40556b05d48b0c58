internal import Basics
internal import HTTPCodec

/// Values of HTTP's fields, each with a grammar of its own.
enum FieldTarget {
    static func run(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        checkRange(text)
        checkDate(text)
        if let address = IPAddress(text) { expect(IPAddress(address.text) == address, "\(address.text) was \(text)") }
        if let network = IPNetwork(text) { expect(network.contains(network.address), "\(text) is not in itself") }
        for element in HTTPQualityList([text, text]).elements {
            expect((0...1_000).contains(element.quality), "quality \(element.quality) in \(text)")
        }
        _ = HTTPMediaType(text)
        if let plain = PercentEncoding.decode(text) {
            expect(PercentEncoding.decode(PercentEncoding.encode(plain)) == plain, "\(plain) was \(text)")
        }
    }

    private static func checkRange(_ text: String) {
        for size in [0, 1, 100, Int.max] {
            guard case .part(let range) = HTTPByteRange(text, size: size) else { continue }
            expect(!range.isEmpty && range.lowerBound >= 0 && range.upperBound <= size, "\(text) of \(size): \(range)")
        }
    }

    private static func checkDate(_ text: String) {
        guard let seconds = HTTPDate.seconds(text) else { return }
        expect(
            HTTPDate.seconds(HTTPDate.string(seconds: seconds)) == seconds, "\(text) is \(seconds) and something else")
    }
}
