internal import SecureFormat

extension ContentKey {
    /// One key for each device of the roster, in its order. All at once: in a browser each call costs a suspension.
    func wrapped<Provider: CryptoProvider>(
        for roster: Roster<Provider>, headerHash: [UInt8]
    ) throws(SealRefusal) -> [DeviceKey] {
        var recipients: [WrapRecipient<Provider.WrappingKey>] = []
        recipients.reserveCapacity(roster.members.count)
        do throws(FormatError) {
            for member in roster.members {
                let label = try WrapLabel.bytes(headerHash: headerHash, deviceID: member.device.deviceID)
                recipients.append(WrapRecipient(key: member.wrappingKey, label: label))
            }
        } catch {
            throw .envelope(.malformed(error))
        }
        let keys: [[UInt8]]
        do throws(PrimitiveFailure) {
            keys = try Provider.wrap(bytes, for: recipients)
        } catch {
            throw .primitive(error)
        }
        guard keys.count == recipients.count else { throw .primitive(PrimitiveFailure()) }
        return zip(roster.members, keys).map { DeviceKey(deviceID: $0.device.deviceID, key: $1) }
    }

    static func unwrapped<Provider: CryptoProvider>(
        from keys: [DeviceKey], headerHash: [UInt8], by device: LocalDevice<Provider>
    ) throws(OpenRefusal) -> ContentKey {
        guard let own = keys.first(where: { $0.deviceID == device.deviceID }) else { throw .keyMissing }
        guard let label = try? WrapLabel.bytes(headerHash: headerHash, deviceID: device.deviceID),
            let secret = try? Provider.unwrap(own.key, label: label, with: device.unwrappingKey),
            let key = ContentKey(secret)
        else { throw .unwrap }
        return key
    }
}
