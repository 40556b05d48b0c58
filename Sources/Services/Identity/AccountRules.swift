internal import Basics
internal import WireProtocol

/// What names and passwords may be, and their one spelling.
enum AccountRules {
    /// The address in its one spelling. It is checked only for its shape: whether it is right, only a letter can tell.
    ///
    /// Before the @ any letters may stand (RFC 6531); the domain is in ASCII, as in the DNS (`xn--…`), since one that
    /// is not may have several spellings that look alike.
    static func email(_ text: String, limits: Limits) throws(APIError) -> String {
        let address = folded(text)
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let domain = parts.last, parts.allSatisfy({ !$0.isEmpty }),
            address.unicodeScalars.allSatisfy(isVisible), domain.utf8.allSatisfy({ $0 < 0x80 })
        else { throw .invalid(field: "email") }
        guard address.utf8.count <= limits.emailBytesMax else {
            throw .invalid(field: "email", limit: UInt64(limits.emailBytesMax))
        }
        return address
    }

    /// The name in lower case: letters a to z, digits, `.`, `_` and `-`.
    static func username(_ text: String, limits: Limits) throws(APIError) -> String {
        let name = text.lowercased()
        guard limits.usernameCharacters.contains(name.utf8.count) else {
            throw .invalid(field: "username", limit: UInt64(limits.usernameCharacters.upperBound))
        }
        guard name.utf8.allSatisfy(isUsernameCharacter) else { throw .invalid(field: "username") }
        return name
    }

    /// A name for somebody who chose none: what stands before the @, as far as it is allowed.
    static func username(from email: String, suffix: String, limits: Limits) -> String {
        let local = email.utf8.prefix { $0 != UInt8(ascii: "@") }.filter(isUsernameCharacter)
        let room = limits.usernameCharacters.upperBound - suffix.utf8.count
        var name = String(decoding: local.prefix(room), as: UTF8.self) + suffix
        while name.utf8.count < limits.usernameCharacters.lowerBound { name += "_" }
        return name
    }

    /// How a client derives passwords: with no fewer iterations than clients insist on.
    static func derivation(_ kdf: PasswordDerivation) throws(APIError) -> StoredPassword.Derivation {
        guard kdf.algorithm == derivationAlgorithm else { throw .invalid(field: "kdf.algorithm") }
        guard derivationSaltBytes.contains(kdf.salt.count) else {
            throw .invalid(field: "kdf.salt", limit: UInt64(derivationSaltBytes.upperBound))
        }
        guard derivationIterations.contains(kdf.iterations) else {
            throw .invalid(field: "kdf.iterations", limit: UInt64(derivationIterations.upperBound))
        }
        return StoredPassword.Derivation(salt: kdf.salt, iterations: kdf.iterations)
    }

    static let derivationAlgorithm = "pbkdf2-hmac-sha256"
    /// The upper bound stops an account from making its own clients busy for minutes.
    static let derivationIterations: ClosedRange<UInt32> = 600_000...10_000_000
    static let derivationSaltBytes = 16...64

    /// Nothing but the length: what a good password is, its owner knows best.
    static func password(_ text: String, field: String = "password", limits: Limits) throws(APIError) {
        let count = text.unicodeScalars.count
        guard count <= limits.passwordCharacters.upperBound else {
            throw .invalid(field: field, limit: UInt64(limits.passwordCharacters.upperBound))
        }
        guard count >= limits.passwordCharacters.lowerBound else { throw .invalid(field: field) }
    }

    static func displayName(_ text: String, limits: Limits) throws(APIError) -> String {
        guard text.unicodeScalars.count <= limits.displayNameCharactersMax else {
            throw .invalid(field: "displayName", limit: UInt64(limits.displayNameCharactersMax))
        }
        return text
    }

    /// A login in its one spelling.
    static func folded(_ text: String) -> String { text.foldedOnce }

    /// Neither blank nor control, nor one that only changes how others look.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: !scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static func isUsernameCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
