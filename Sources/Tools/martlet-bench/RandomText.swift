/// What the measured messages say.
enum RandomText {
    static func make(byteCount: Int) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ.".utf8)
        let text = (0..<byteCount).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] }
        return String(decoding: text, as: UTF8.self)
    }
}
