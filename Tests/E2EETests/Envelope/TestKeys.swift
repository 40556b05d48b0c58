import E2EE
import E2EEOpenSSL
import SecureFormat

/// RSA keys take long to make: all tests share these, as the devices' certificates differ all the same.
enum TestKeys {
    static let rsa2048: [GeneratedKey<OpenSSL.UnwrappingKey>] = (0..<3).map { _ in
        try! OpenSSL.generateUnwrappingKey(.ed25519RSA2048)
    }
    static let rsa3072 = try! OpenSSL.generateUnwrappingKey(.ed25519RSA3072)
}
