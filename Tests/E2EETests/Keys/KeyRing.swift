import E2EE
import E2EEOpenSSL
import SecureFormat

/// Keys for the tests: RSA keys take long to make.
enum KeyRing {
    static let device: DeviceKeys<OpenSSL> = made { try DeviceKeys<OpenSSL>.generated(.ed25519RSA2048) }
    static let account: AccountKey<OpenSSL> = made { try AccountKey<OpenSSL>.generated() }
    static let otherAccount: AccountKey<OpenSSL> = made { try AccountKey<OpenSSL>.generated() }

    static func symmetric(_ byte: UInt8) -> OpenSSL.SymmetricKey {
        made { try OpenSSL.passingKey([UInt8](repeating: byte, count: 32)) }
    }

    private static func made<Key>(_ make: () throws -> Key) -> Key {
        do {
            return try make()
        } catch {
            preconditionFailure("no key: \(error)")
        }
    }
}
