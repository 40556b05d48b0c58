import HTTPCodec
import TestSupport
import Testing

/// A decoder's events, with payloads copied out.
enum Event: Equatable {
    case message(Bool, [UInt8])
    case ping([UInt8]), pong([UInt8])
    case close(UInt16?, String)
    case failure(UInt16)
}

func feed(_ input: [UInt8], sizes: [Int], role: WebSocketRole, max: Int) -> [Event] {
    var decoder = WebSocketDecoder(role: role, messageBytesMax: max)
    var kept: [UInt8] = []
    var events: [Event] = []
    var start = 0
    for size in sizes {
        kept += input[start..<start + size]
        start += size
        while !kept.isEmpty {
            let outcome = kept.withUnsafeMutableBytes { decoder.next(in: $0) }
            let consumed: Int
            switch outcome {
            case .needMore(let count): consumed = count
            case .message(let isText, .inPlace(let range), let count):
                events.append(.message(isText, Array(kept[range])))
                consumed = count
            case .message(let isText, .assembled(let payload), let count):
                events.append(.message(isText, payload))
                consumed = count
            case .ping(let range, let count):
                events.append(.ping(Array(kept[range])))
                consumed = count
            case .pong(let range, let count):
                events.append(.pong(Array(kept[range])))
                consumed = count
            case .close(let code, let reason, let count):
                events.append(.close(code, reason))
                consumed = count
            case .failure(let failure):
                return events + [.failure(failure.closeCode)]
            }
            if consumed == 0 { break }
            kept.removeFirst(consumed)
        }
    }
    return events
}

func events(_ input: [UInt8], role: WebSocketRole = .server, max: Int = 256 << 10, seed: UInt64 = 11) -> [Event] {
    let ways = Splits.all(count: input.count, seed: seed, random: 6)
    let whole = feed(input, sizes: ways[0], role: role, max: max)
    for sizes in ways.dropFirst() {
        // Removing from the front of a long input byte by byte is quadratic here, and only here.
        if input.count > 20_000, sizes.count == input.count { continue }
        #expect(feed(input, sizes: sizes, role: role, max: max) == whole, "seed \(seed), \(sizes.prefix(40))")
    }
    return whole
}

/// A client's frame.
func frame(_ opcode: WebSocketOpcode, _ payload: [UInt8], final: Bool = true, key: UInt32 = 0xA1B2_C3D4) -> [UInt8] {
    var out: [UInt8] = []
    WebSocketEncoder.appendFrame(opcode, payload, to: &out, maskingKey: key, isFinal: final)
    return out
}

struct WebSocketDecoderTests {
    @Test func examplesOfTheRFC() {
        // §5.7
        #expect(events([0x81, 5, 0x48, 0x65, 0x6c, 0x6c, 0x6f], role: .client) == [.message(true, bytes("Hello"))])
        #expect(
            events([0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58])
                == [.message(true, bytes("Hello"))])
        #expect(
            events([0x01, 3, 0x48, 0x65, 0x6c, 0x80, 2, 0x6c, 0x6f], role: .client)
                == [.message(true, bytes("Hello"))])
    }

    @Test(arguments: [0, 1, 7, 8, 9, 125, 126, 127, 4095, 16_384, 16_385, 65_535, 65_536, 200_000])
    func everyLength(_ count: Int) {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        #expect(
            events(frame(.binary, payload) + frame(.text, bytes("end")))
                == [.message(false, payload), .message(true, bytes("end"))])
    }

    @Test func fragmentsWithControlFramesBetween() {
        let input =
            frame(.text, bytes("a\u{20ac}").dropLast(1) + [], final: false) + frame(.ping, [1, 2])
            + frame(.continuation, [0xac], final: false) + frame(.pong, [])
            + frame(.continuation, [], final: false) + frame(.continuation, bytes("b")) + frame(.binary, [9])
        #expect(
            events(input) == [.ping([1, 2]), .pong([]), .message(true, bytes("a\u{20ac}b")), .message(false, [9])])
    }

    @Test func fragmentsLongerThanTheBuffer() {
        let payload = [UInt8](repeating: 0x61, count: 60_000)
        let input = frame(.text, payload, final: false) + frame(.ping, []) + frame(.continuation, payload)
        #expect(events(input) == [.ping([]), .message(true, payload + payload)])
    }

    static let refused: [([UInt8], UInt16)] = [
        ([0xC1, 0x80, 0, 0, 0, 0], 1002), ([0xA1, 0x80, 0, 0, 0, 0], 1002), ([0x91, 0x80, 0, 0, 0, 0], 1002),
        ([0x83, 0x80, 0, 0, 0, 0], 1002), ([0x87, 0x80, 0, 0, 0, 0], 1002), ([0x8B, 0x80, 0, 0, 0, 0], 1002),
        ([0x8F, 0x80, 0, 0, 0, 0], 1002), ([0x81, 0x00], 1002),
        ([0x09, 0x80, 0, 0, 0, 0], 1002), ([0x08, 0x80, 0, 0, 0, 0], 1002),
        ([0x89, 0xFE, 0, 126, 0, 0, 0, 0], 1002),
        ([0x82, 0xFE, 0, 125], 1002), ([0x82, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 1002),
        ([0x82, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0], 1002),
        ([0x82, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], 1009),
        ([0x82, 0xFF, 0, 0, 0, 0, 0, 4, 0, 1], 1009),
        (frame(.continuation, [1]), 1002), (frame(.continuation, [1], final: false), 1002),
        (frame(.text, [0x61], final: false) + frame(.text, [0x61]), 1002),
        (frame(.binary, [0x61], final: false) + frame(.binary, [0x61], final: false), 1002),
        (frame(.text, [0xff]), 1007), (frame(.text, [0xc0, 0x80]), 1007), (frame(.text, [0xed, 0xa0, 0x80]), 1007),
        (frame(.text, [0xf4, 0x90, 0x80, 0x80]), 1007), (frame(.text, [0xe2, 0x82]), 1007),
        (frame(.text, [0xe0, 0x80, 0x80]), 1007), (frame(.text, [0xf5, 0x80, 0x80, 0x80]), 1007),
        (frame(.text, [0xe2, 0x82], final: false) + frame(.continuation, [0x61]), 1007),
        (frame(.close, [3]), 1002), (frame(.close, [0x03, 0xEC]), 1002), (frame(.close, [0x03, 0xED]), 1002),
        (frame(.close, [0x03, 0xEE]), 1002), (frame(.close, [0x03, 0xF7]), 1002), (frame(.close, [0, 0]), 1002),
        (frame(.close, [0x13, 0x88]), 1002), (frame(.close, [0x03, 0xE8, 0xff]), 1007),
        (frame(.text, [0xff], final: false), 1007),
    ]

    @Test func refuses() {
        for (input, code) in Self.refused { #expect(events(input) == [.failure(code)], "\(input)") }
    }

    @Test func clientRefusesMaskedFrames() {
        #expect(events(frame(.text, []), role: .client) == [.failure(1002)])
    }

    @Test func tooBigIsToldBeforeThePayloadComes() {
        let limit = 100
        #expect(events(frame(.binary, [UInt8](repeating: 0, count: 100)), max: limit).count == 1)
        let header = Array(frame(.binary, [UInt8](repeating: 0, count: 101)).prefix(2))
        #expect(events(header, max: limit) == [.failure(1009)])
        let half = [UInt8](repeating: 0, count: 60)
        let input = frame(.binary, half, final: false) + frame(.ping, [1]) + frame(.continuation, half).prefix(2)
        #expect(events(input, max: limit) == [.ping([1]), .failure(1009)])
    }

    @Test func closeFrames() {
        #expect(events(frame(.close, [])) == [.close(nil, "")])
        for code: UInt16 in [1000, 1003, 1007, 1014, 3000, 4999] {
            let payload = WebSocketEncoder.closePayload(code: code, reason: "bye")
            #expect(events(frame(.close, payload)) == [.close(code, "bye")])
        }
        let long = WebSocketEncoder.closePayload(code: 1000, reason: String(repeating: "\u{20ac}", count: 50))
        #expect(long.count == 125)
        #expect(events(frame(.close, long)) == [.close(1000, String(repeating: "\u{20ac}", count: 41))])
    }

    @Test func randomFramesAndRandomBytes() {
        var generator = SplitMix64(seed: 2026)
        for _ in 0..<400 {
            var input: [UInt8] = []
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let opcode = [WebSocketOpcode.text, .binary, .ping, .continuation].randomElement(using: &generator)
                let count = Int.random(in: 0...300, using: &generator)
                input += frame(
                    opcode ?? .text, (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) },
                    final: Bool.random(using: &generator), key: generator.next().hashValue > 0 ? 0 : 0x0102_0304)
            }
            if Bool.random(using: &generator) {
                input[Int.random(in: 0..<input.count, using: &generator)] ^= 0x41
            }
            _ = events(input, seed: generator.next())
        }
    }

    @Test func truncatedUTF8IsToldAtTheEndOfTheMessage() {
        // Every scalar that can be, in one message cut anywhere.
        let text = "\u{0}\u{7f}\u{80}\u{7ff}\u{800}\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}"
        let payload = bytes(text)
        for cut in 0...payload.count {
            let input =
                frame(.text, Array(payload[..<cut]), final: false)
                + frame(.continuation, Array(payload[cut...]))
            #expect(events(input) == [.message(true, payload)])
        }
    }
}

struct WebSocketHandshakeTests {
    private func request(_ changes: [String: String] = [:], method: String = "GET") -> HTTPRequest {
        var headers: HTTPHeaders = [
            "Host": "h", "Upgrade": "WebSocket", "Connection": "keep-alive, Upgrade", "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol": "b, a",
        ]
        for (name, value) in changes { headers.set(name, value) }
        return HTTPRequest(method: method, target: "/", headers: headers)
    }

    @Test func exampleOfTheRFC() throws {
        let accepted = try WebSocketHandshake.check(request())
        #expect(accepted.acceptKey == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        #expect(accepted.choose(from: ["a", "b"]) == "b")
        #expect(accepted.choose(from: ["c"]) == nil)
    }

    @Test(arguments: [
        ("Upgrade", "h2c", 400), ("Connection", "close", 400), ("Sec-WebSocket-Version", "8", 426),
        ("Sec-WebSocket-Key", "dGhl", 400), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=*", 400),
        ("Sec-WebSocket-Key", "", 400),
    ])
    func refuses(_ name: String, _ value: String, _ status: Int) {
        do {
            _ = try WebSocketHandshake.check(request([name: value]))
            Issue.record("accepted")
        } catch {
            #expect(error.status == status)
            #expect((error.headers.first("sec-websocket-version") == "13") == (status == 426))
        }
    }

    @Test func refusesOtherMethodsAndVersions() {
        #expect(throws: WebSocketHandshake.Rejection.self) { try WebSocketHandshake.check(request(method: "POST")) }
        var old = request()
        old.version = .http10
        #expect(throws: WebSocketHandshake.Rejection.self) { try WebSocketHandshake.check(old) }
    }

    @Test func bothSidesAgree() throws {
        let key = WebSocketHandshake.key([UInt8](0..<16))
        let asked = WebSocketHandshake.request(host: "h", target: "/ws?x=1", key: key, subprotocols: ["p", "q"])
        let request = try #require(decode(asked).requests.first)
        let accepted = try WebSocketHandshake.check(request)
        let answered = WebSocketHandshake.response(accepted, subprotocol: "q")
        var decoder = HTTPResponseDecoder()
        guard case .response(let response, let consumed) = answered.withUnsafeBytes({ decoder.decode($0) }) else {
            Issue.record("no response")
            return
        }
        #expect(consumed == answered.count)
        #expect(try WebSocketHandshake.verify(response, key: key, offered: ["p", "q"]) == "q")
        #expect(throws: HTTPDecodeError.self) {
            try WebSocketHandshake.verify(response, key: key, offered: ["p"])
        }
        #expect(throws: HTTPDecodeError.self) {
            try WebSocketHandshake.verify(response, key: WebSocketHandshake.key([UInt8](1..<17)), offered: ["q"])
        }
    }
}
