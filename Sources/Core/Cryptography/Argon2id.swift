internal import Basics
internal import CSodium

/// Argon2id password hashes (RFC 9106) in their text form, `$argon2id$v=19$m=…,t=…,p=1$…`.
///
/// Both calls take `memoryBytes` and some tens of milliseconds of a processor: `PasswordHasher` runs them where that
/// disturbs nobody. libsodium maps the memory for one call and unmaps it after.
enum Argon2id {
    static func hash(_ password: String, cost: PasswordHashingCost) throws(CryptographyError) -> String {
        guard sodium_init() >= 0 else { throw CryptographyError(.libraryFailed) }
        var out = [CChar](repeating: 0, count: Int(crypto_pwhash_argon2id_STRBYTES))
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        guard
            crypto_pwhash_argon2id_str(
                &out, bytes, UInt64(bytes.count), UInt64(cost.passes), Int(cost.memoryBytes)) == 0
        else { throw CryptographyError(.overloaded) }
        return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func verifies(_ password: String, against hash: String) -> Bool {
        guard sodium_init() >= 0 else { return false }
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        return crypto_pwhash_argon2id_str_verify(hash, bytes, UInt64(bytes.count)) == 0
    }

    /// A hash of no password: checking one against it takes as long as against any other of this cost, and fails.
    ///
    /// - Parameter random: 48 random bytes.
    static func hashOfNothing(cost: PasswordHashingCost, random: [UInt8]) -> String {
        precondition(random.count == saltByteCount + hashByteCount)
        let parts = [random.prefix(saltByteCount), random.suffix(hashByteCount)].map(base64)
        return "$argon2id$v=19$m=\(cost.memoryBytes >> 10),t=\(cost.passes),p=1$\(parts[0])$\(parts[1])"
    }

    static let saltByteCount = 16
    static let hashByteCount = 32

    /// RFC 4648 §4, without padding.
    private static func base64(_ bytes: ArraySlice<UInt8>) -> String {
        String(
            Base64URL.encode(bytes).map { character in
                switch character {
                case "-": "+"
                case "_": "/"
                default: character
                }
            })
    }
}
