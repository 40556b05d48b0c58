internal import Basics
public import Contracts
internal import Protobuf
public import WireProtocol

extension IdentityService {
    /// How long the log of ended sessions goes back: much longer than any access token lives.
    static let revocationsKeptMilliseconds: Int64 = 86_400_000

    public func getRevocations(
        _ request: GetRevocationsRequest, context: CallContext
    ) async throws(APIError) -> GetRevocationsResponse {
        do throws(StoreError) {
            return try await ports.sessions.revocations(
                after: request.after, since: request.since?.millisecondsSince1970 ?? 0,
                limit: limits.revocationsPageMax)
        } catch {
            throw error.apiError
        }
    }

    /// How often `tidy` is to be called.
    public static let tidyMilliseconds: UInt64 = 60_000

    /// Ends sessions that have lasted as long as they may, forgets what ended long ago, and renews the keys of access
    /// tokens.
    public func tidy() async throws(APIError) {
        let now = clock.millisecondsSince1970()
        do throws(StoreError) {
            announceEnd(of: try await ports.sessions.endExpired(now: now, limit: limits.revocationsPageMax))
            try await ports.sessions.forgetRevocations(before: now - Self.revocationsKeptMilliseconds)
        } catch {
            throw error.apiError
        }
        do throws(IdentityKeys.LoadError) {
            try await keys.renew()
        } catch {
            throw error.apiError
        }
    }
}
