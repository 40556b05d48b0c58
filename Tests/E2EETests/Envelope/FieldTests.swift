import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

/// Every byte of an envelope in every field, by who could have changed it.
@Suite("Changed bytes")
struct FieldTests {
    /// The bytes of an envelope, taken apart by their layout and not by the product's codec.
    private struct Parts {
        var header: [UInt8]
        var ciphertext: [UInt8]
        var signature: [UInt8]

        var bytes: [UInt8] { header + BigEndian.long(ciphertext) + signature }
    }

    private let now = Conversation.shared
    private let forged: ForgedEnvelope
    private let right: Parts
    private let keys: [DeviceKey]

    init() throws {
        var forged = OpeningAttempt(now).envelope
        forged.recipients = [(now.bobs, now.bobs.record.deviceID)]
        self.forged = forged
        let sealed = try forged.sealed()
        keys = sealed.keys
        let bytes = sealed.ciphertext
        right = Parts(
            header: Array(bytes[..<135]), ciphertext: Array(bytes[137..<217]), signature: Array(bytes[217...]))
        #expect(right.bytes == bytes)
    }

    private func outcome(of bytes: [UInt8], keys: [DeviceKey]) -> String {
        var scheme = Conversation.scheme
        do throws(OpenRefusal) {
            _ = try scheme.open(
                SealedContent(ciphertext: bytes, rosterVersion: 12, keys: keys),
                at: Conversation.place(of: now.phone), from: now.phone, by: now.bobs, knowing: now.roster)
            return "opens"
        } catch {
            return error.cause.description
        }
    }

    /// Calls with each byte changed in several ways, and the field in which it stands.
    private func changes(
        by bits: [UInt8],
        _ body: (_ field: EnvelopeField, _ index: Int, _ change: UInt8, _ bytes: [UInt8]) throws -> Void
    ) rethrows {
        var start = 0
        for field in EnvelopeField.all(ciphertextByteCount: right.ciphertext.count) {
            for index in start..<start + field.byteCount {
                for change in bits {
                    var bytes = right.bytes
                    bytes[index] ^= change
                    try body(field, index, change, bytes)
                }
            }
            start += field.byteCount
        }
        #expect(start == right.bytes.count)
    }

    @Test("by the server: nothing opens, each field for causes of its own")
    func changed() {
        changes(by: [0x01, 0x04, 0x38, 0x80, 0xff]) { field, index, change, bytes in
            let outcome = outcome(of: bytes, keys: keys)
            #expect(field.changed.contains(outcome), "\(field.name): byte \(index) by \(change) is \(outcome)")
        }
    }

    @Test("by the sender, who signs it, but wraps the key for what was there before")
    func signed() throws {
        try headersAndCiphertexts { field, parts, what in
            let outcome = outcome(of: parts.bytes, keys: keys)
            #expect(field.signed.contains(outcome), "\(what) is \(outcome)")
        }
    }

    @Test("by the sender, who also wraps the key for it, but seals for what was there before")
    func wrapped() throws {
        try headersAndCiphertexts { field, parts, what in
            let outcome = outcome(of: parts.bytes, keys: try forged.keys(header: parts.header))
            #expect(field.wrapped.contains(outcome), "\(what) is \(outcome)")
        }
    }

    @Test("by the sender, who seals for it too: what is left is what the receiver knows")
    func sealed() throws {
        try headersAndCiphertexts { field, parts, what in
            var parts = parts
            if field.name != "ciphertext" {
                parts.ciphertext = try ForgedEnvelope.ciphertext(
                    forged.padded, header: parts.header, derived: try forged.derived("key", 44))
                parts.signature = try ForgedEnvelope.signature(
                    header: parts.header, ciphertext: parts.ciphertext, by: forged.signer)
            }
            let outcome = outcome(of: parts.bytes, keys: try forged.keys(header: parts.header))
            #expect(field.sealed.contains(outcome), "\(what) is \(outcome)")
        }
    }

    /// Every change of the header and of the ciphertext, signed.
    private func headersAndCiphertexts(
        _ body: (_ field: EnvelopeField, _ parts: Parts, _ what: String) throws -> Void
    ) throws {
        try changes(by: [0x01, 0x80]) { field, index, change, bytes in
            guard index < 135 || field.name == "ciphertext" else { return }
            var parts = Parts(header: Array(bytes[..<135]), ciphertext: Array(bytes[137..<217]), signature: [])
            parts.signature = try ForgedEnvelope.signature(
                header: parts.header, ciphertext: parts.ciphertext, by: forged.signer)
            try body(field, parts, "\(field.name): byte \(index) by \(change)")
        }
    }

    @Test("cut at every length it is truncated, grown it has trailing bytes")
    func lengths() {
        for count in right.bytes.indices {
            #expect(outcome(of: Array(right.bytes[..<count]), keys: keys) == "envelope.truncated")
        }
        for count in [1, 2, 64, 1_000, 100_000] {
            let grown = right.bytes + [UInt8](repeating: 0, count: count)
            #expect(outcome(of: grown, keys: keys) == "envelope.trailing_bytes")
        }
    }

    @Test("without a byte, or with one twice, nothing opens")
    func shifted() {
        for index in right.bytes.indices {
            var without = right.bytes
            let byte = without.remove(at: index)
            #expect(outcome(of: without, keys: keys) != "opens", "without byte \(index)")
            var twice = right.bytes
            twice.insert(byte, at: index)
            #expect(outcome(of: twice, keys: keys) != "opens", "byte \(index) twice")
        }
    }

    @Test("each byte of a wrapped key")
    func wrappedKey() throws {
        let own = try #require(keys.first { $0.deviceID == now.bobs.record.deviceID })
        for index in own.key.indices {
            var key = own.key
            key[index] ^= 0x01
            let changed = [DeviceKey(deviceID: own.deviceID, key: key)]
            #expect(outcome(of: right.bytes, keys: changed) == "key.unwrap", "byte \(index)")
        }
        for count in [0, 1, own.key.count - 1, own.key.count + 1] {
            let key = Array((own.key + [0]).prefix(count))
            #expect(outcome(of: right.bytes, keys: [DeviceKey(deviceID: own.deviceID, key: key)]) == "key.unwrap")
        }
    }
}
