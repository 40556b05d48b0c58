internal import E2EE
internal import SecureFormat

/// Keys of accounts and devices, and passwords. Private keys go in and come out as handles.
extension Calls {
    /// `password, salt, iterations → authentication, kek`.
    mutating func stretchPassword(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let (password, salt, iterations) = (try arguments.bytes(), try arguments.bytes(), try arguments.uint32())
        try arguments.finish()
        let stretched = try refusing { () throws(PasswordRefusal) in
            try PasswordKeys<Provider>.stretched(password: password, salt: salt, iterations: iterations)
        }
        results.bytes(stretched.authentication)
        results.uint32(keys.handle(ofSymmetricKey: stretched.kek))
    }

    /// `→ identityKey, publicKey`.
    mutating func generateAccountKey(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        try arguments.finish()
        let account = try refusing { () throws(PrimitiveFailure) in try AccountKey<Provider>.generated() }
        results.uint32(keys.handle(ofSigningKey: account.privateKey))
        results.bytes(account.publicKey)
    }

    /// `kek, userID, identityKey → wrapped`. Of a key that was not used yet, or is resealable.
    mutating func wrapAccountKey(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let wrapper = try wrapper(&arguments)
        let identityKey = try signingKey(&arguments)
        try arguments.finish()
        let wrapped = try refusing { () throws(WrappedKeyRefusal) in try wrapper.wrap(identityKey: identityKey) }
        results.bytes(wrapped)
    }

    /// `kek, userID, wrapped, resealable → identityKey`.
    mutating func openAccountKey(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let wrapper = try wrapper(&arguments)
        let (wrapped, resealable) = (try arguments.bytes(), try arguments.flag())
        try arguments.finish()
        let identityKey = try refusing { () throws(WrappedKeyRefusal) in
            try wrapper.identityKey(in: wrapped, resealable: resealable)
        }
        results.uint32(keys.handle(ofSigningKey: identityKey))
    }

    /// `suite, deviceID, one or no (kek, userID) → signingKey, its public key, encryptionKey, its public key,
    /// storageKey`, and with a `kek` the three of them wrapped.
    mutating func generateDeviceKeys(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        guard let suite = KeySuite(rawValue: UInt16(try arguments.uint8())) else { throw .damagedArguments }
        let deviceID = try arguments.uint64()
        let wrapper = try arguments.flag() ? try wrapper(&arguments) : nil
        try arguments.finish()
        let device = try refusing { () throws(PrimitiveFailure) in try DeviceKeys<Provider>.generated(suite) }
        let storageKey = try refusing { () throws(PrimitiveFailure) in try Provider.lastingKey(device.storage) }
        results.uint32(keys.handle(ofSigningKey: device.signing.privateKey))
        results.bytes(device.signing.publicKey)
        results.uint32(keys.handle(ofUnwrappingKey: device.encryption.privateKey))
        results.bytes(device.encryption.publicKey)
        results.uint32(keys.handle(ofSymmetricKey: storageKey))
        guard let wrapper else { return }
        let wrapped = try refusing { () throws(WrappedKeyRefusal) in
            [
                try wrapper.wrap(signingKey: device.signing.privateKey, ofDevice: deviceID),
                try wrapper.wrap(encryptionKey: device.encryption.privateKey, ofDevice: deviceID),
                try wrapper.wrap(storageKey: device.storage, ofDevice: deviceID),
            ]
        }
        for one in wrapped { results.bytes(one) }
    }

    /// `kek, userID, deviceID, wrapped signing, encryption and storage key → signingKey, encryptionKey, storageKey`.
    mutating func openDeviceKeys(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let wrapper = try wrapper(&arguments)
        let deviceID = try arguments.uint64()
        let (signing, encryption, storage) = (try arguments.bytes(), try arguments.bytes(), try arguments.bytes())
        try arguments.finish()
        let opened = try refusing { () throws(WrappedKeyRefusal) in
            (
                try wrapper.signingKey(in: signing, ofDevice: deviceID),
                try wrapper.encryptionKey(in: encryption, ofDevice: deviceID),
                try wrapper.storageKey(in: storage, ofDevice: deviceID)
            )
        }
        let storageKey = try refusing { () throws(PrimitiveFailure) in try Provider.lastingKey(opened.2) }
        results.uint32(keys.handle(ofSigningKey: opened.0))
        results.uint32(keys.handle(ofUnwrappingKey: opened.1))
        results.uint32(keys.handle(ofSymmetricKey: storageKey))
    }

    /// `identityKey, its public key, claim, issuedAt → certificate`.
    mutating func issueCertificate(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let account = AccountKey<Provider>(
            privateKey: try signingKey(&arguments), publicKey: try arguments.bytes(Ed25519Encoding.byteCount))
        let (claim, issuedAt) = (try arguments.claim(), try arguments.uint64())
        try arguments.finish()
        let certificate = try refusing { () throws(CertificateIssueRefusal) in
            try DeviceCertificate.issued(to: claim, at: issuedAt, by: account)
        }
        do throws(FormatError) { results.bytes(try certificate.encoded()) } catch { throw .damagedArguments }
    }

    /// `public identity key, device → hash of its certificate`, when it holds.
    mutating func checkCertificate(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let (identityKey, record) = (try arguments.bytes(), try arguments.record())
        try arguments.finish()
        let device = try refusing { () throws(CertificateRefusal) in
            try Provider.verified(record, identityKey: identityKey)
        }
        results.bytes(device.certificateHash)
    }

    // MARK: Handles

    func signingKey(_ arguments: inout Arguments) throws(CallFailure) -> Provider.SigningKey {
        guard let key = keys.signingKey(try arguments.uint32()) else { throw .unknownKey }
        return key
    }

    func unwrappingKey(_ arguments: inout Arguments) throws(CallFailure) -> Provider.UnwrappingKey {
        guard let key = keys.unwrappingKey(try arguments.uint32()) else { throw .unknownKey }
        return key
    }

    func symmetricKey(_ arguments: inout Arguments) throws(CallFailure) -> Provider.SymmetricKey {
        guard let key = keys.symmetricKey(try arguments.uint32()) else { throw .unknownKey }
        return key
    }

    private func wrapper(_ arguments: inout Arguments) throws(CallFailure) -> KeyWrapper<Provider> {
        let key = try symmetricKey(&arguments)
        return KeyWrapper(userID: try arguments.uint64(), key: key)
    }
}

extension Arguments {
    mutating func claim() throws(CallFailure) -> DeviceClaim {
        DeviceClaim(
            userID: try uint64(), deviceID: try uint64(), signingKey: try bytes(), encryptionKey: try bytes())
    }

    mutating func record() throws(CallFailure) -> DeviceRecord {
        let claim = try claim()
        return DeviceRecord(
            userID: claim.userID, deviceID: claim.deviceID, encryptionKey: claim.encryptionKey,
            signingKey: claim.signingKey, certificate: try bytes())
    }
}
