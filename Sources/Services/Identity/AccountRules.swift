internal import Basics
internal import WireProtocol

/// What names and passwords may be, and their one spelling.
enum AccountRules {
    /// The address in lower case. It is checked only for its shape: whether it is right, only a letter can tell.
    static func email(_ text: String, limits: Limits) throws(APIError) -> String {
        let address = text.lowercased()
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        let isClean = address.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.value > 0x20 }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), isClean else { throw .invalid(field: "email") }
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

    /// Nothing but the length: what a good password is, its owner knows best.
    static func password(_ text: String, limits: Limits) throws(APIError) {
        let count = text.unicodeScalars.count
        guard count <= limits.passwordCharacters.upperBound else {
            throw .invalid(field: "password", limit: UInt64(limits.passwordCharacters.upperBound))
        }
        guard count >= limits.passwordCharacters.lowerBound else { throw .invalid(field: "password") }
    }

    static func displayName(_ text: String, limits: Limits) throws(APIError) -> String {
        guard text.unicodeScalars.count <= limits.displayNameCharactersMax else {
            throw .invalid(field: "displayName", limit: UInt64(limits.displayNameCharactersMax))
        }
        return text
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
