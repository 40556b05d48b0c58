/// What is spoken on top of TLS, as it is agreed on in the handshake (ALPN, RFC 7301).
enum TLSApplicationProtocol {
    static let http1 = Array("http/1.1".utf8)
    /// Each name with its length in front, as on the wire.
    static let offer = [UInt8(http1.count)] + http1

    /// Where ``http1`` stands in the names that a client offers, each with its length in front.
    static func place(in offered: UnsafeBufferPointer<UInt8>) -> Int? {
        var start = 0
        while start < offered.count {
            let end = start + 1 + Int(offered[start])
            guard end <= offered.count else { return nil }
            if offered[(start + 1)..<end].elementsEqual(http1) { return start + 1 }
            start = end
        }
        return nil
    }
}
