/// An input as damage to bytes that are right.
///
/// Two bytes say where, one how many bytes go, the rest is what stands there then: bytes are changed, cut out and put
/// in.
enum Damage {
    static func applied(_ input: ArraySlice<UInt8>, to right: [UInt8]) -> [UInt8] {
        let input = Array(input)
        guard input.count >= 3, !right.isEmpty else { return right }
        let start = (Int(input[0]) << 8 | Int(input[1])) % right.count
        let end = min(start + Int(input[2]), right.count)
        return Array(right[..<start] + input.dropFirst(3) + right[end...])
    }
}
