/// What a password becomes before anything of it leaves the device (docs/encryption.md, "Passwords").
public struct PasswordKeys<Provider: CryptoProvider>: Sendable {
    /// What is sent to the server in the password's place: 44 letters of base64, ASCII. It does not give `kek` away.
    public let authentication: [UInt8]
    /// Wraps the private keys of this device. It never leaves it.
    public let kek: Provider.SymmetricKey

    /// Takes about half a second: that is what makes a stolen `authentication` expensive to guess from.
    ///
    /// - Parameters:
    ///   - password: UTF-8, composed (NFC). The core has no tables of Unicode: who has the text composes it.
    ///   - salt: as the server gives it, within `PasswordLimits`.
    ///   - iterations: as the server gives them, within `PasswordLimits`.
    public static func stretched(
        password: [UInt8], salt: [UInt8], iterations: UInt32
    ) throws(PasswordRefusal) -> PasswordKeys {
        guard PasswordLimits.saltByteCounts.contains(salt.count) else { throw .salt }
        guard PasswordLimits.iterations.contains(iterations) else { throw .iterations }
        do throws(PrimitiveFailure) {
            let stretch = try Provider.pbkdf2SHA256(password: password, salt: salt, iterations: iterations)
            let authentication = try Provider.derive(stretch, "martlet password v1 log-in", count: 32)
            let kek = try Provider.derive(stretch, "martlet password v1 keys", count: 32)
            return PasswordKeys(
                authentication: Base64.encoded(authentication), kek: try Provider.lastingKey(kek))
        } catch {
            throw .primitive(error)
        }
    }
}
