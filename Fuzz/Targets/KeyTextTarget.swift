internal import E2EE
internal import E2EEOpenSSL

/// What people type and scan, and what a server asks for: recovery keys, safety codes, how a password is to be
/// stretched; and padding.
enum KeyTextTarget {
    static func run(_ input: [UInt8]) {
        checkRecoveryKey(input)
        checkRecoveryKey(Damage.applied(input[...], to: recoveryText))
        checkSafetyCode(input)
        checkSafetyCode(Damage.applied(input[...], to: code?.bytes ?? []))
        checkPassword(input)
        checkPadding(input)
    }

    // MARK: Recovery keys

    private static let recoveryText = RecoveryKey(bytes: [UInt8](0..<32))?.text(by: OpenSSL.self) ?? []

    private static func checkRecoveryKey(_ text: [UInt8]) {
        guard let key = try? RecoveryKey(text: text, by: OpenSSL.self) else { return }
        let written = key.text(by: OpenSSL.self)
        expect(meant(by: text) == meant(by: written), "\(written) was \(text)")
        let again = try? RecoveryKey(text: written, by: OpenSSL.self)
        expect(again?.bytes == key.bytes, "does not come back: \(written)")
    }

    /// The letters as who reads them takes them.
    private static func meant(by text: [UInt8]) -> [UInt8] {
        text.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }.map { letter in
            switch letter {
            case UInt8(ascii: "0"): UInt8(ascii: "O")
            case UInt8(ascii: "1"): UInt8(ascii: "I")
            case UInt8(ascii: "8"): UInt8(ascii: "B")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - 32
            default: letter
            }
        }
    }

    // MARK: Safety codes

    private static let code: SafetyCode? = {
        let parties = (1...2).map { Party(userID: $0, identityKey: [UInt8](repeating: UInt8($0) + 8, count: 32)) }
        return (try? Parties(parties[0], parties[1])).map { SafetyCode(of: $0) }
    }()

    private static func checkSafetyCode(_ scanned: [UInt8]) {
        guard let code else { return expect(false, "there is no code") }
        let isTaken = (try? code.check(scanned: scanned)) != nil
        expect(isTaken == (scanned == code.bytes), "takes \(scanned)")
    }

    // MARK: Passwords

    /// One salt byte more each time, and iterations at the limits and beyond: nothing is stretched that should not be.
    private static func checkPassword(_ input: [UInt8]) {
        guard input.count >= 5 else { return }
        let iterations = input.prefix(4).reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        let salt = Array(input.dropFirst(5).prefix(Int(input[4])))
        let isAllowed = (600_000...10_000_000).contains(iterations) && (16...64).contains(salt.count)
        // Half a second: what is allowed has its tests.
        if isAllowed { return }
        let keys = try? PasswordKeys<OpenSSL>.stretched(password: [1], salt: salt, iterations: iterations)
        expect(keys == nil, "stretches with \(iterations) iterations and \(salt.count) bytes of salt")
    }

    // MARK: Padding

    private static func checkPadding(_ input: [UInt8]) {
        let maximum = 1_500
        if let content = try? Padding.unpad(input, maximum: maximum) {
            expect((try? Padding.pad(content, maximum: maximum)) == input, "two paddings: \(input)")
        }
        guard let padded = try? Padding.pad(input, maximum: maximum) else {
            return expect(input.count > maximum, "does not pad \(input)")
        }
        expect((try? Padding.unpad(padded, maximum: maximum)) == input, "does not come back: \(input)")
    }
}
