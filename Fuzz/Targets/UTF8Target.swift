internal import HTTPCodec

/// Text in fragments is taken exactly when the standard library takes it for UTF-8.
enum UTF8Target {
    static func run(_ input: [UInt8]) {
        let isValid = String(validating: input, as: UTF8.self) != nil
        for sizes in [[input.count]] + Cuts.all(of: input) {
            expect(isTaken(input, in: sizes) == isValid, "fragments of \(sizes): UTF-8 is \(isValid)")
        }
    }

    private static func isTaken(_ input: [UInt8], in sizes: [Int]) -> Bool {
        var frames: [UInt8] = []
        var rest = input[...]
        var opcode = WebSocketOpcode.text
        for size in sizes {
            WebSocketEncoder.appendFrame(
                opcode, Array(rest.prefix(size)), to: &frames, maskingKey: 0x0102_0304, isFinal: false)
            rest = rest.dropFirst(size)
            opcode = .continuation
        }
        WebSocketEncoder.appendFrame(opcode, [], to: &frames, maskingKey: 0)
        var decoder = WebSocketDecoder(role: .server, messageBytesMax: 1 << 20)
        var isTaken = false
        Cuts.feed(frames, in: [frames.count]) { bytes in
            switch decoder.next(in: bytes) {
            case .needMore(let consumed): return consumed
            case .message: isTaken = true
            default: break
            }
            return nil
        }
        return isTaken
    }
}
