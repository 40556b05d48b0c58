/// With which algorithms an envelope is sealed. The number is never given another meaning.
enum EnvelopeSuite: UInt16 {
    /// AES-256-GCM, HKDF-SHA-256, Ed25519; content keys are wrapped as each device's own `KeySuite` says.
    case aes256GCM = 1
}
