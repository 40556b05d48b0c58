internal import Basics
internal import Cryptography

/// What keeps a session alive: presented once, it gives its successor.
///
/// It says which session it is of, and the how manieth of it: whoever presents an old one is known to, without any of
/// them being stored. Of the newest one the store has a hash.
struct RefreshToken: Equatable, Sendable {
    let sessionID: UInt64
    /// 0 is given out at the log-in; each refresh adds one.
    let generation: UInt32
    /// 32 bytes: random at the log-in, then an HMAC of the one before.
    let secret: [UInt8]

    static let secretByteCount = 32

    /// What the store keeps of it.
    var hash: [UInt8] { SHA256.hash(secret) }
}

/// Makes and reads refresh tokens with the server's secret.
///
/// The secret alone is of no use to who has read the store: it has no token to make a successor of.
struct RefreshTokenKey: Sendable {
    private let successorKey: [UInt8]
    private let sealKey: [UInt8]

    /// The session's id, the generation, the secret, and a seal that tells our tokens from others at once.
    private static let byteCount = 8 + 4 + RefreshToken.secretByteCount + sealByteCount
    private static let sealByteCount = 16

    init(_ secret: ServerSecret) {
        successorKey = secret.key(for: "refresh successor")
        sealKey = secret.key(for: "refresh seal")
    }

    /// The same for the same token, so that it can be made again when an answer was lost.
    func successor(of token: RefreshToken) -> RefreshToken {
        RefreshToken(
            sessionID: token.sessionID, generation: token.generation &+ 1,
            secret: HMACSHA256.authenticate(token.secret, key: successorKey))
    }

    func text(of token: RefreshToken) -> String {
        let body = Self.bigEndian(token.sessionID) + Self.bigEndian(token.generation) + token.secret
        return Base64URL.encode(body + seal(body))
    }

    /// - Returns: nil for what this server never gave out.
    func read(_ text: String) -> RefreshToken? {
        // Its length in Base64 first: nobody makes us decode more.
        guard text.utf8.count == (Self.byteCount * 4 + 2) / 3, let bytes = Base64URL.decode(text) else { return nil }
        let body = Array(bytes.prefix(Self.byteCount - Self.sealByteCount))
        guard HMACSHA256.areEqual(Array(bytes.suffix(Self.sealByteCount)), seal(body)) else { return nil }
        return RefreshToken(
            sessionID: body[0..<8].reduce(0) { $0 << 8 | UInt64($1) },
            generation: body[8..<12].reduce(0) { $0 << 8 | UInt32($1) }, secret: Array(body[12...]))
    }

    private func seal(_ body: [UInt8]) -> [UInt8] {
        Array(HMACSHA256.authenticate(body, key: sealKey).prefix(Self.sealByteCount))
    }

    private static func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
