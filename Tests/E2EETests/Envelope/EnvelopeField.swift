import Testing

/// A field of an encoded envelope, and what is seen when one of its bytes is another one: as the server can change it,
/// as the sender can sign it, with the key wrapped for it, and with the content sealed for it too.
struct EnvelopeField: CustomTestStringConvertible, Sendable {
    let name: String
    let byteCount: Int
    /// Causes, or `opens`. What is possible depends on the bit: a changed counter may be out of range.
    let changed: Set<String>
    let signed: Set<String>
    let wrapped: Set<String>
    let sealed: Set<String>

    var testDescription: String { name }

    /// Without what follows the header.
    static let header = [
        EnvelopeField("version", 1, always: "envelope.version"),
        EnvelopeField("suite", 2, always: "envelope.suite"),
        EnvelopeField("chat_id", 8, always: "place.chat"),
        EnvelopeField("client_id", 16, always: "place.client_id"),
        EnvelopeField("sender_id", 8, always: "place.sender"),
        EnvelopeField("sender_device_id", 8, always: "place.device"),
        EnvelopeField("counter", 8, sealed: "opens", or: ["envelope.counter"]),
        EnvelopeField("roster_version", 8, sealed: "opens"),
        EnvelopeField("sent_at", 8, sealed: "opens"),
        EnvelopeField("kind", 1, sealed: "place.kind", or: ["envelope.kind", "envelope.reference"]),
        // A length that the following bytes must fill.
        EnvelopeField("refers_to", 1, always: "envelope.truncated", or: ["envelope.length", "envelope.reference"]),
        EnvelopeField("roster_hash", 32, sealed: "opens"),
        EnvelopeField("commitment", 32, wrapped: "envelope.commitment", sealed: "envelope.commitment"),
        EnvelopeField(
            "extensions", 2, always: "envelope.length",
            or: ["envelope.truncated", "envelope.extension_order", "envelope.extension"]),
    ]

    static let ciphertextLength = EnvelopeField(
        "ciphertext length", 2, always: "envelope.truncated", or: ["envelope.length", "envelope.trailing_bytes"])
    static func ciphertext(_ byteCount: Int) -> EnvelopeField {
        EnvelopeField(
            "ciphertext", byteCount, signed: "envelope.ciphertext", wrapped: "envelope.ciphertext",
            sealed: "envelope.ciphertext")
    }
    static let signature = EnvelopeField("signature", 64, always: "envelope.signature")

    /// In the order of their bytes.
    static func all(ciphertextByteCount: Int) -> [EnvelopeField] {
        header + [ciphertextLength, ciphertext(ciphertextByteCount), signature]
    }

    private init(_ name: String, _ byteCount: Int, always cause: String, or others: Set<String> = []) {
        let causes = others.union([cause])
        (self.name, self.byteCount) = (name, byteCount)
        (changed, signed, wrapped, sealed) = (causes, causes, causes, causes)
    }

    /// A field that only cryptography guards: no two steps see the same of it.
    private init(
        _ name: String, _ byteCount: Int, signed: String = "key.unwrap", wrapped: String = "envelope.ciphertext",
        sealed: String, or others: Set<String> = []
    ) {
        (self.name, self.byteCount) = (name, byteCount)
        changed = others.union(["envelope.signature"])
        self.signed = others.union([signed])
        self.wrapped = others.union([wrapped])
        self.sealed = others.union([sealed])
    }
}
