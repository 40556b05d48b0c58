import E2EEOpenSSL
import Testing

@testable import E2EE

/// One thing that is wrong with what Bob has, and the cause that he gets to see for it.
struct OpeningFault: CustomTestStringConvertible, Sendable {
    let cause: String
    let name: String
    /// When it is looked at: of two faults the cause of the earlier one counts. The order is that of
    /// docs/encryption.md, by hand.
    let step: Int
    /// What it writes over: two faults in one part do not go together.
    let parts: Set<String>
    let spoil: @Sendable (inout OpeningAttempt, Conversation) throws -> Void

    init(
        _ step: Int, _ cause: String, _ name: String, parts: Set<String> = [],
        _ spoil: @escaping @Sendable (inout OpeningAttempt, Conversation) throws -> Void
    ) {
        (self.step, self.cause, self.name, self.parts, self.spoil) = (step, cause, name, parts, spoil)
    }

    var testDescription: String { "\(cause): \(name)" }

    /// For each later step one that goes together with this one.
    var laterOnes: [OpeningFault] {
        let steps = Set(Self.all.map(\.step)).filter { $0 > step }
        return steps.sorted().compactMap { step in
            Self.all.first { $0.step == step && $0.parts.isDisjoint(with: parts) }
        }
    }

    static let all = encoding + meaning + place + certificate + sender + key + content + counter + subject
}

extension OpeningFault {
    static let encoding = [
        OpeningFault(10, "envelope.truncated", "no bytes", parts: ["bytes"]) { one, _ in
            one.envelope.changesBytes = { _ in [] }
        },
        OpeningFault(10, "envelope.truncated", "the last byte is missing", parts: ["bytes"]) { one, _ in
            one.envelope.changesBytes = { $0.dropLast() }
        },
        OpeningFault(10, "envelope.truncated", "half a reference", parts: ["reference"]) { one, _ in
            one.envelope.refersTo = [UInt8](repeating: 1, count: 28)
        },
        OpeningFault(10, "envelope.truncated", "half an extension", parts: ["extensions"]) { one, _ in
            one.envelope.extensions = [0, 1, 0, 4, 1]
        },
        OpeningFault(10, "envelope.trailing_bytes", "a byte behind the signature", parts: ["bytes"]) { one, _ in
            one.envelope.changesBytes = { $0 + [0] }
        },
        OpeningFault(10, "envelope.length", "a reference of 57 bytes", parts: ["reference"]) { one, _ in
            one.envelope.refersTo = [UInt8](repeating: 1, count: 57)
        },
        OpeningFault(10, "envelope.length", "more than 1,024 bytes of extensions", parts: ["extensions"]) { one, _ in
            one.envelope.extensions =
                BigEndian.ext(1, 512) + BigEndian.ext(2, 504) + BigEndian.ext(3)
        },
        OpeningFault(10, "envelope.length", "513 bytes in one extension", parts: ["extensions"]) { one, _ in
            one.envelope.extensions = BigEndian.ext(1, 513)
        },
        OpeningFault(10, "envelope.length", "a ciphertext of 79 bytes", parts: ["ciphertext"]) { one, _ in
            one.envelope.changesCiphertext = { Array($0.prefix(79)) }
        },
        OpeningFault(10, "envelope.length", "a ciphertext of 63,505 bytes", parts: ["ciphertext"]) { one, _ in
            one.envelope.changesCiphertext = { _ in [UInt8](repeating: 0, count: 63_505) }
        },
        OpeningFault(10, "envelope.version", "version 2") { one, _ in one.envelope.version = 2 },
        OpeningFault(10, "envelope.version", "version 0") { one, _ in one.envelope.version = 0 },
        OpeningFault(10, "envelope.suite", "suite 2") { one, _ in one.envelope.suite = 2 },
        OpeningFault(10, "envelope.extension_order", "one extension twice", parts: ["extensions"]) { one, _ in
            one.envelope.extensions = BigEndian.ext(1) + BigEndian.ext(1)
        },
        OpeningFault(10, "envelope.extension_order", "falling extensions", parts: ["extensions"]) { one, _ in
            one.envelope.extensions = BigEndian.ext(0x9000) + BigEndian.ext(1)
        },
        OpeningFault(10, "envelope.extension_order", "falling, and then none of that length", parts: ["extensions"]) {
            one, _ in
            one.envelope.extensions = BigEndian.ext(2) + BigEndian.ext(1, 513)
        },
    ]

    static let meaning = [
        OpeningFault(20, "envelope.extension", "an extension that must be understood", parts: ["extensions"]) {
            one, _ in
            one.envelope.extensions = BigEndian.ext(1) + BigEndian.ext(0x8000)
        },
        OpeningFault(21, "envelope.kind", "kind 0", parts: ["kind"]) { one, _ in one.envelope.kind = 0 },
        OpeningFault(21, "envelope.kind", "the kind of a deletion", parts: ["kind"]) { one, _ in one.envelope.kind = 4
        },
        OpeningFault(21, "envelope.kind", "the kind of a change of members", parts: ["kind"]) { one, _ in
            one.envelope.kind = 6
        },
        OpeningFault(22, "envelope.counter", "counter 0", parts: ["counter"]) { one, _ in one.envelope.counter = 0 },
        OpeningFault(22, "envelope.counter", "counter 2^53", parts: ["counter"]) { one, _ in
            one.envelope.counter = 1 << 53
        },
        OpeningFault(22, "envelope.counter", "the highest number", parts: ["counter"]) { one, _ in
            one.envelope.counter = .max
        },
        OpeningFault(23, "envelope.reference", "a message that refers to one", parts: ["reference"]) { one, now in
            one.envelope.refersTo = reference(to: now.alice)
        },
        OpeningFault(23, "envelope.reference", "a profile that refers to a message", parts: ["kind", "reference"]) {
            one, now in
            (one.envelope.kind, one.envelope.refersTo) = (1, reference(to: now.alice))
        },
        OpeningFault(23, "envelope.reference", "an edit of nothing", parts: ["kind"]) { one, _ in one.envelope.kind = 3
        },
        OpeningFault(23, "envelope.reference", "a reaction to nothing", parts: ["kind"]) { one, _ in
            one.envelope.kind = 5
        },
        OpeningFault(24, "envelope.author", "an edit of another's message", parts: ["kind", "reference", "sender"]) {
            one, now in
            (one.envelope.kind, one.envelope.refersTo) = (3, reference(to: now.bob))
        },
    ]

    /// 56 bytes.
    static func reference(to author: TestAccount) -> [UInt8] {
        BigEndian.bytes(author.userID) + [UInt8](repeating: 3, count: 16) + [UInt8](repeating: 4, count: 32)
    }
}
