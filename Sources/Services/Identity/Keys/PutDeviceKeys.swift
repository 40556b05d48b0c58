internal import Basics
public import Contracts
internal import Cryptography
public import WireProtocol

extension IdentityService {
    /// A device publishes its own keys only: nobody, not even the owner's other devices, speaks for it.
    public func putDeviceKeys(
        _ request: PutDeviceKeysRequest, context: CallContext
    ) async throws(APIError) -> DeviceKeysResponse {
        let caller = try context.authenticated()
        guard request.deviceID == caller.deviceID.rawValue else { throw APIError(.deviceNotFound) }
        let keys = DeviceKeys(
            deviceID: request.deviceID, encryptionKey: request.encryptionKey, signingKey: request.signingKey,
            certificate: request.certificate)
        try KeyRules.check(keys)
        let identityKey = try await identityKey(of: caller.userID)
        try KeyRules.checkCertificate(of: keys, userID: caller.userID.rawValue, identityKey: identityKey)
        switch try await store(keys, of: caller, certifiedBy: identityKey) {
        case .stored: return DeviceKeysResponse(keys: keys)
        case .exists: throw APIError(.keysDeviceExists)
        case .noSuchDevice: throw APIError(.deviceNotFound)
        case .tooManyDevices:
            throw APIError(
                .keysTooManyDevices, details: ErrorDetails(limit: UInt64(limits.keyedDevicesPerUserMax)))
        case .notCertified:
            throw APIError(.keysCertificateInvalid, details: ErrorDetails(field: "certificate.signature"))
        }
    }

    private func identityKey(of user: UserID) async throws(APIError) -> Ed25519PublicKey {
        let stored: IdentityKey?
        do throws(StoreError) {
            stored = try await ports.keys.identityKey(of: user)
        } catch {
            throw error.apiError
        }
        guard let stored else { throw APIError(.keysAccountMissing) }
        do throws(CryptographyError) {
            return try Ed25519PublicKey(stored.bytes)
        } catch {
            throw error.apiError
        }
    }

    private func store(
        _ keys: DeviceKeys, of caller: Caller, certifiedBy identityKey: Ed25519PublicKey
    ) async throws(APIError) -> DeviceKeysOutcome {
        do throws(StoreError) {
            return try await ports.keys.putDeviceKeys(
                keys, of: caller, certifiedBy: identityKey.bytes, devicesMax: limits.keyedDevicesPerUserMax)
        } catch {
            throw error.apiError
        }
    }
}
