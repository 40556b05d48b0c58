import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

/// Something that is not sealed, and the cause for it.
struct SealingFault: CustomTestStringConvertible, Sendable {
    let cause: String
    let name: String
    let seal: @Sendable (inout EnvelopeScheme<OpenSSL>, Conversation) throws -> SealedMessage

    init(
        _ cause: String, _ name: String,
        seal: @escaping @Sendable (inout EnvelopeScheme<OpenSSL>, Conversation) throws -> SealedMessage
    ) {
        (self.cause, self.name, self.seal) = (cause, name, seal)
    }

    /// A draft that is wrong.
    init(_ cause: String, _ name: String, draft: @escaping @Sendable (Conversation) -> Draft) {
        self.init(cause, name) { scheme, now in
            try scheme.seal(draft(now), from: now.phone.local, for: now.roster)
        }
    }

    var testDescription: String { "\(cause): \(name)" }

    static let all = [
        SealingFault("roster.own_device", "the roster has not this device") { scheme, now in
            let roster = try Roster<OpenSSL>.checked(
                version: 1, devices: [now.bobs.record], identityKeys: [now.bob.identityKey])
            return try scheme.seal(Conversation.draft(), from: now.phone.local, for: roster)
        },
        SealingFault("roster.own_device", "the roster says that this device is somebody else's") { scheme, now in
            let stranger = LocalDevice<OpenSSL>(
                userID: now.bob.userID, deviceID: now.phone.local.deviceID, signingKey: now.phone.local.signingKey,
                unwrappingKey: now.phone.local.unwrappingKey)
            return try scheme.seal(Conversation.draft(), from: stranger, for: now.roster)
        },
        SealingFault("roster.own_device", "the roster is empty") { scheme, now in
            let roster = try Roster<OpenSSL>.checked(version: 1, devices: [], identityKeys: [])
            return try scheme.seal(Conversation.draft(), from: now.phone.local, for: roster)
        },
        SealingFault("counter.exhausted", "all counters are used") { scheme, now in
            scheme.state.nextCounter = 1 << 53
            return try scheme.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
        },
        SealingFault("envelope.counter", "a counter that was not given out") { _ in Conversation.draft(counter: 1) },
        SealingFault("envelope.reference", "a reaction to nothing") { _ in Conversation.draft(kind: .reaction) },
        SealingFault("envelope.reference", "a profile that refers to a message") { now in
            Conversation.draft(kind: .chat, refersTo: SealingFault.reference(to: now.alice))
        },
        SealingFault("envelope.author", "an edit of another's message") { now in
            Conversation.draft(kind: .edit, refersTo: SealingFault.reference(to: now.bob))
        },
        SealingFault("envelope.length", "content of 63,488 bytes") { _ in
            Conversation.draft(String(repeating: "x", count: 63_488))
        },
        SealingFault("envelope.length", "a client id of 15 bytes") { _ in
            Conversation.draft(clientID: [UInt8](repeating: 1, count: 15))
        },
        SealingFault("envelope.length", "no client id") { _ in Conversation.draft(clientID: []) },
        SealingFault("envelope.length", "a client id that no context has room for") { _ in
            Conversation.draft(clientID: [UInt8](repeating: 1, count: 240))
        },
        SealingFault("envelope.length", "half a reference") { now in
            Conversation.draft(
                kind: .edit,
                refersTo: EnvelopeReference(
                    authorID: now.alice.userID, clientID: [1], headerHash: [UInt8](repeating: 1, count: 32)))
        },
    ]

    static func reference(to author: TestAccount) -> EnvelopeReference {
        EnvelopeReference(
            authorID: author.userID, clientID: [UInt8](repeating: 3, count: 16),
            headerHash: [UInt8](repeating: 4, count: 32))
    }
}
