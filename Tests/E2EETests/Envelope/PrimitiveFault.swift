import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

/// A provider that does not do one of the things that it is asked when a message is sealed.
struct PrimitiveFault: CustomTestStringConvertible, Sendable {
    let cause: String
    let name: String
    /// Why nothing was sealed, and the state afterwards.
    let outcome: @Sendable (Conversation) -> (cause: String?, state: EnvelopeState)

    var testDescription: String { "\(cause): \(name)" }

    init<Failure: FailingPrimitive>(_ cause: String, _: Failure.Type) {
        self.cause = cause
        name = "\(Failure.self)"
        outcome = { now in
            var scheme = EnvelopeScheme<FailingProvider<Failure>>(chatID: Conversation.chatID)
            do {
                try Self.seal(with: &scheme, now)
                return (nil, scheme.state)
            } catch {
                return ((error as? any Refusal)?.cause.description, scheme.state)
            }
        }
    }

    private static func seal<Failure>(
        with scheme: inout EnvelopeScheme<FailingProvider<Failure>>, _ now: Conversation
    ) throws {
        let device = LocalDevice<FailingProvider<Failure>>(
            userID: now.phone.local.userID, deviceID: now.phone.local.deviceID, signingKey: now.phone.local.signingKey,
            unwrappingKey: now.phone.local.unwrappingKey)
        let roster = try Roster<FailingProvider<Failure>>.checked(
            version: 1, devices: [now.phone.record, now.bobs.record],
            identityKeys: [now.alice.identityKey, now.bob.identityKey])
        _ = try scheme.seal(Conversation.draft(), from: device, for: roster)
    }

    static let all = [
        PrimitiveFault("primitive.failed", NoRandomness.self),
        PrimitiveFault("primitive.failed", NoPassingKeys.self),
        PrimitiveFault("primitive.failed", NoSealing.self),
        PrimitiveFault("primitive.failed", NoSigning.self),
        PrimitiveFault("primitive.failed", NoWrapping.self),
        PrimitiveFault("primitive.failed", OneKeyTooFew.self),
        PrimitiveFault("roster.key", NoWrappingKeys.self),
    ]
}
