internal import Basics
internal import Contracts
internal import WireProtocol

/// What names and passwords may be, and their one spelling.
enum AccountRules {
    /// The address in its one spelling. It is checked only for its shape: whether it is right, only a letter can tell.
    ///
    /// Before the @ any letters may stand (RFC 6531); the domain is in ASCII, as in the DNS (`xn--…`), since one that
    /// is not may have several spellings that look alike.
    static func email(_ text: String, limits: Limits) throws(APIError) -> String {
        try checkLength(of: text, field: "email", limits: limits)
        let address = emailSpelling(text)
        guard address.utf8.count <= limits.emailBytesMax else {
            throw .invalid(field: "email", limit: UInt64(limits.emailBytesMax))
        }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let domain = parts.last, parts.allSatisfy({ !$0.isEmpty }),
            domain.utf8.allSatisfy({ $0 < 0x80 }),
            let line = try? HumanText.line(address, charactersMax: limits.emailBytesMax),
            line.utf8.elementsEqual(address.utf8), !address.contains(" ")
        else { throw .invalid(field: "email") }
        return address
    }

    /// What somebody logs in with, in its one spelling: either of the two.
    ///
    /// - Parameter field: where the request has it; nil when it is named as here.
    static func login(
        email: String?, username: String?, field: String? = nil, limits: Limits
    ) throws(APIError) -> Login {
        switch (email, username) {
        case (let email?, nil):
            try checkLength(of: email, field: field ?? "email", limits: limits)
            return .email(emailSpelling(email))
        case (nil, let username?):
            try checkLength(of: username, field: field ?? "username", limits: limits)
            return .username(usernameSpelling(username))
        default: throw .invalid(field: "email")
        }
    }

    /// Before it is spelled anew: that takes its time with what is very long.
    private static func checkLength(of login: String, field: String, limits: Limits) throws(APIError) {
        guard login.utf8.count <= limits.emailBytesMax else {
            throw .invalid(field: field, limit: UInt64(limits.emailBytesMax))
        }
    }

    /// Composed and in lower case: what a log-in is compared by.
    static func emailSpelling(_ text: String) -> String {
        text.canonicallyComposed.lowercased().canonicallyComposed
    }

    /// The name in its one spelling: letters a to z, digits, `.`, `_` and `-`.
    static func username(_ text: String, limits: Limits) throws(APIError) -> String {
        let name = usernameSpelling(text)
        guard limits.usernameCharacters.contains(name.utf8.count) else {
            throw .invalid(field: "username", limit: UInt64(limits.usernameCharacters.upperBound))
        }
        guard name.utf8.allSatisfy(isUsernameCharacter) else { throw .invalid(field: "username") }
        return name
    }

    /// A to Z in lower case, and nothing else: there are other letters whose small one is among a to z.
    static func usernameSpelling(_ text: String) -> String {
        let bytes = text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return String(decoding: bytes, as: UTF8.self)
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

    /// Composed, since keyboards differ in how they make letters with accents (RFC 8265 §4.2.2); nothing else of it is
    /// changed.
    static func passwordSpelling(_ text: String) -> String { text.canonicallyComposed }

    static func displayName(_ text: String, limits: Limits) throws(APIError) -> String {
        try line(text, field: "displayName", charactersMax: limits.displayNameCharactersMax)
    }

    /// What an owner calls a device.
    static func deviceName(_ text: String, field: String, limits: Limits) throws(APIError) -> String {
        try line(text, field: field, charactersMax: limits.deviceNameCharactersMax)
    }

    /// The name in its one spelling, as `HumanText` says.
    private static func line(_ text: String, field: String, charactersMax: Int) throws(APIError) -> String {
        do throws(HumanText.Flaw) {
            return try HumanText.line(text, charactersMax: charactersMax)
        } catch {
            throw error.apiError(field: field)
        }
    }

    static func bio(_ text: String, limits: Limits) throws(APIError) -> String {
        do throws(HumanText.Flaw) {
            return try HumanText.paragraph(text, charactersMax: limits.bioCharactersMax)
        } catch {
            throw error.apiError(field: "bio")
        }
    }

    /// An address of a picture that browsers fetch without a warning, or nothing.
    static func avatarURL(_ text: String, limits: Limits) throws(APIError) -> String {
        guard text.utf8.count <= limits.avatarURLBytesMax else {
            throw .invalid(field: "avatarUrl", limit: UInt64(limits.avatarURLBytesMax))
        }
        let scheme = "https://"
        guard text.isEmpty || (text.hasPrefix(scheme) && hasHost(text.utf8.dropFirst(scheme.utf8.count))) else {
            throw .invalid(field: "avatarUrl")
        }
        return text
    }

    /// Whether an address without its scheme names a host, no user, and is of the characters of RFC 3986.
    private static func hasHost(_ rest: Substring.UTF8View.SubSequence) -> Bool {
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let excluded = Array("\"<>\\^`{|}".utf8)
        return !authority.isEmpty && !authority.contains(UInt8(ascii: "@"))
            && rest.allSatisfy { (0x21...0x7E).contains($0) && !excluded.contains($0) }
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
