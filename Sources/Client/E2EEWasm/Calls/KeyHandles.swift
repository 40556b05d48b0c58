public import E2EE

/// Keys that stay with the host, by the numbers under which calls name them. Zero is none.
public protocol KeyHandles {
    associatedtype Provider: CryptoProvider

    func signingKey(_ handle: UInt32) -> Provider.SigningKey?
    func unwrappingKey(_ handle: UInt32) -> Provider.UnwrappingKey?
    func symmetricKey(_ handle: UInt32) -> Provider.SymmetricKey?

    mutating func handle(ofSigningKey key: Provider.SigningKey) -> UInt32
    mutating func handle(ofUnwrappingKey key: Provider.UnwrappingKey) -> UInt32
    mutating func handle(ofSymmetricKey key: Provider.SymmetricKey) -> UInt32
}
