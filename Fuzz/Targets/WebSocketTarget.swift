internal import HTTPCodec

/// Frames in both directions: however they arrive the same messages come out, and what comes out can be written and
/// read again.
enum WebSocketTarget {
    private static let messageBytesMax = 40_000

    private enum Seen: Equatable {
        case message(isText: Bool, [UInt8])
        case ping([UInt8])
        case pong([UInt8])
        case close(UInt16?, String)
        case failure(WebSocketFailure)
    }

    static func run(_ input: [UInt8]) {
        for role in [WebSocketRole.server, .client] {
            let whole = decode(input, in: [input.count], role: role)
            for sizes in Cuts.all(of: input) {
                let pieces = decode(input, in: sizes, role: role)
                expect(pieces == whole, "pieces \(sizes) give \(pieces), the whole gives \(whole)")
            }
            checkAgain(whole, role: role)
        }
    }

    private static func decode(_ input: [UInt8], in sizes: [Int], role: WebSocketRole) -> [Seen] {
        var decoder = WebSocketDecoder(role: role, messageBytesMax: messageBytesMax)
        var seen: [Seen] = []
        Cuts.feed(input, in: sizes) { bytes in
            switch decoder.next(in: bytes) {
            case .needMore(let consumed): return consumed
            case .message(let isText, .inPlace(let range), let consumed):
                seen.append(.message(isText: isText, Array(bytes[range])))
                return consumed
            case .message(let isText, .assembled(let payload), let consumed):
                seen.append(.message(isText: isText, payload))
                return consumed
            case .ping(let range, let consumed):
                seen.append(.ping(Array(bytes[range])))
                return consumed
            case .pong(let range, let consumed):
                seen.append(.pong(Array(bytes[range])))
                return consumed
            case .close(let code, let reason, _): seen.append(.close(code, reason))
            case .failure(let failure): seen.append(.failure(failure))
            }
            return nil
        }
        return seen
    }

    private static func checkAgain(_ seen: [Seen], role: WebSocketRole) {
        var written: [UInt8] = []
        let key: UInt32? = role == .server ? 0xA1B2_C3D4 : nil
        for each in seen {
            switch each {
            case .message(let isText, let payload):
                expect(payload.count <= messageBytesMax, "a message of \(payload.count) bytes")
                let isUTF8 = String(validating: payload, as: UTF8.self) != nil
                expect(!isText || isUTF8, "text that is not UTF-8: \(payload)")
                WebSocketEncoder.appendFrame(isText ? .text : .binary, payload, to: &written, maskingKey: key)
            case .ping(let payload):
                expect(payload.count <= 125, "a ping of \(payload.count) bytes")
                WebSocketEncoder.appendFrame(.ping, payload, to: &written, maskingKey: key)
            case .pong(let payload): WebSocketEncoder.appendFrame(.pong, payload, to: &written, maskingKey: key)
            case .close(let code, let reason):
                let payload = code.map { WebSocketEncoder.closePayload(code: $0, reason: reason) } ?? []
                WebSocketEncoder.appendFrame(.close, payload, to: &written, maskingKey: key)
            case .failure(let failure):
                expect([1002, 1007, 1009].contains(failure.closeCode), "fails with \(failure.closeCode)")
                return expectSame(decode(written, in: [written.count], role: role), Array(seen.dropLast()))
            }
        }
        expectSame(decode(written, in: [written.count], role: role), seen)
    }

    private static func expectSame(_ again: [Seen], _ seen: [Seen]) {
        expect(again == seen, "\(again) was \(seen)")
    }
}
