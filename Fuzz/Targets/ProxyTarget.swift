internal import Basics
internal import HTTPCodec

/// The header that a proxy puts in front: it ends where it says, however much of it has come.
enum ProxyTarget {
    static func run(_ input: [UInt8]) {
        let whole = decode(input)
        // Enough to cover every length at which the answer can change.
        for count in 0..<min(input.count, 64) {
            switch (decode(Array(input.prefix(count))), whole) {
            case (.needMore, _): break
            case (.header(let header, let consumed), .header(let all, let total)):
                expect(header == all && consumed == total, "\(count) bytes give \(header), all give \(all)")
            case (.failure, .failure): break
            case (let early, _): expect(false, "\(count) bytes give \(early), all give \(whole)")
            }
        }
        guard case .header(let header, let consumed) = whole else { return }
        expect((16...min(input.count, ProxyHeader.bytesMax)).contains(consumed), "\(consumed) of \(input.count) bytes")
        expect(decode(Array(input.prefix(consumed))) == whole, "what follows the header matters")
        if let source = header.source { expect(IPAddress(source.text) == source, "\(source.text) is another address") }
    }

    private static func decode(_ bytes: [UInt8]) -> ProxyHeader.Outcome { withBlock(bytes) { ProxyHeader.decode($0) } }
}
