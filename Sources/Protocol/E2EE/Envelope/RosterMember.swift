internal import SecureFormat

/// A device of a roster, ready to have keys wrapped for it.
struct RosterMember<Provider: CryptoProvider>: Sendable {
    let device: VerifiedDevice
    let wrappingKey: Provider.WrappingKey

    init(_ record: DeviceRecord, identityKeys: [IdentityKey]) throws(RosterRefusal) {
        guard let identityKey = identityKeys.first(where: { $0.userID == record.userID }) else {
            throw .certificateMissing(record.deviceID)
        }
        do throws(CertificateRefusal) {
            device = try Provider.verified(record, identityKey: identityKey.key)
        } catch {
            throw .certificate(record.deviceID, error)
        }
        do throws(PrimitiveFailure) {
            wrappingKey = try Provider.wrappingKey(device.encryptionKey)
        } catch {
            throw .key(record.deviceID)
        }
    }
}
