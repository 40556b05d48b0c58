internal import Basics
internal import Contracts
internal import EventLoop
internal import Synchronization
public import WireProtocol

/// What a gateway asks Identity for from time to time.
extension Gateway {
    /// How often the log of ended sessions is read: a gateway that missed an event learns of them so late.
    public static let readRevocationsMilliseconds: UInt64 = 1_000
    /// Reads of the log between two questions for the keys of access tokens.
    static let readsPerKeyRefresh: UInt64 = 60
    /// Reads between two questions that tokens with unknown keys give reason for.
    static let readsPerMissedKey: UInt64 = 5

    /// Reads the log of ended sessions, closes their sockets, and asks for the keys of access tokens when it is time.
    ///
    /// - Parameter round: the number of the call, from 1; one call at a time.
    public func keepSessions(round: UInt64) async throws(APIError) {
        let isKeyTime = round.isMultiple(of: Self.readsPerKeyRefresh)
        let mayAskAgain = round.isMultiple(of: Self.readsPerMissedKey)
        close(try await revocations.read())
        if isKeyTime || (mayAskAgain && verifier.takeMissedKey()) {
            let context = CallContext(caller: nil, requestID: "keys")
            verifier.replaceKeys(by: try await services.identity.getPublicKey(GetPublicKeyRequest(), context: context))
        }
    }

    private func close(_ sessions: [SessionID]) {
        guard !sessions.isEmpty else { return }
        for handle in loops.withLock({ $0 }) {
            handle.post { loop in (loop.attachment as? GatewayLoop)?.revoked(sessions) }
        }
    }
}
