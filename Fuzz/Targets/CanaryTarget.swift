/// A decoder with a bug in it. Whoever fuzzes it and finds nothing has a fuzzer that finds nothing.
///
/// The bug stands behind a tag and a length: one in a billion blind guesses would hit it, and coverage shows the way.
enum CanaryTarget {
    static func run(_ input: [UInt8]) {
        guard input.first == UInt8(ascii: "M"), input.count >= 6 else { return }
        let length = Int(input[1])
        guard length >= 3, input.count >= 2 + length else { return }
        let payload = input[2..<2 + length]
        if payload.first == 0x7F { expect(payload.last != 0xFE, "the canary sings") }
    }
}
