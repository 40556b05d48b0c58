internal import Basics
internal import Contracts
internal import Cryptography
internal import WireProtocol

/// Texts with a form of their own: ids of messages and of clients, base64url, access tokens.
enum TokenTarget {
    private static let keyID = "1"
    private static let key: ES256PrivateKey? = try? ES256PrivateKey.generate()
    private static let keys: [String: ES256PublicKey] =
        if let key, let publicKey = try? key.publicKey() { [keyID: publicKey] } else { [:] }
    private static let caller = Caller(userID: UserID(1), deviceID: DeviceID(2), sessionID: SessionID(3))
    private static let now: UInt32 = 1_800_000_000
    private static let token: String? = key.flatMap {
        try? AccessToken.issue(to: caller, key: $0, keyID: keyID, now: now)
    }

    static func run(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        if let id = MessageID(text) { expect(id.text == text, "\(id.text) was \(text)") }
        if let id = ClientID(text) { expect(ClientID(id.text) == id, "\(id.text) was \(text)") }
        if let bytes = Base64URL.decode(text) { expect(Base64URL.encode(bytes) == text, "another form of \(text)") }
        checkStrangeToken(text)
        checkDamagedToken(input)
    }

    private static func checkStrangeToken(_ text: String) {
        expect(verify(text) == nil, "takes a token that it did not issue: \(text)")
    }

    /// The input as damage to a token that is right: its first two bytes say where, the rest what stands there.
    private static func checkDamagedToken(_ input: [UInt8]) {
        guard let token, input.count >= 3 else { return }
        var bytes = Array(token.utf8)
        let start = (Int(input[0]) << 8 | Int(input[1])) % bytes.count
        for (offset, byte) in input.dropFirst(2).prefix(bytes.count - start).enumerated() {
            bytes[start + offset] = byte
        }
        let damaged = String(decoding: bytes, as: UTF8.self)
        let taken = verify(damaged)
        expect(taken == (damaged == token ? caller : nil), "takes \(damaged) for \(token)")
    }

    private static func verify(_ token: String) -> Caller? {
        try? AccessToken.verify(token, keys: keys, now: now).caller
    }
}
