import E2EE
import E2EEOpenSSL
import E2EEWasm

/// The table of keys that the host has in browsers, for OpenSSL.
struct OpenSSLKeyHandles: KeyHandles {
    typealias Provider = OpenSSL

    private var last: UInt32 = 0
    private var signing: [UInt32: OpenSSL.SigningKey] = [:]
    private var unwrapping: [UInt32: OpenSSL.UnwrappingKey] = [:]
    private var symmetric: [UInt32: OpenSSL.SymmetricKey] = [:]

    func signingKey(_ handle: UInt32) -> OpenSSL.SigningKey? { signing[handle] }

    func unwrappingKey(_ handle: UInt32) -> OpenSSL.UnwrappingKey? { unwrapping[handle] }

    func symmetricKey(_ handle: UInt32) -> OpenSSL.SymmetricKey? { symmetric[handle] }

    mutating func handle(ofSigningKey key: OpenSSL.SigningKey) -> UInt32 {
        last += 1
        signing[last] = key
        return last
    }

    mutating func handle(ofUnwrappingKey key: OpenSSL.UnwrappingKey) -> UInt32 {
        last += 1
        unwrapping[last] = key
        return last
    }

    mutating func handle(ofSymmetricKey key: OpenSSL.SymmetricKey) -> UInt32 {
        last += 1
        symmetric[last] = key
        return last
    }
}
