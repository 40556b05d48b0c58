#if hasFeature(Embedded)
    internal import E2EE

    /// The host's table is the table: its handles go in and out as they are. One of another kind, or of no key, the
    /// host refuses when it is used.
    struct HostKeyHandles: KeyHandles {
        typealias Provider = WebCryptoProvider

        func signingKey(_ handle: UInt32) -> HostKey? { key(handle) }

        func unwrappingKey(_ handle: UInt32) -> HostKey? { key(handle) }

        func symmetricKey(_ handle: UInt32) -> HostSymmetricKey? { key(handle).map { .lasting($0) } }

        func handle(ofSigningKey key: HostKey) -> UInt32 { UInt32(bitPattern: key.handle) }

        func handle(ofUnwrappingKey key: HostKey) -> UInt32 { UInt32(bitPattern: key.handle) }

        func handle(ofSymmetricKey key: HostSymmetricKey) -> UInt32 { UInt32(bitPattern: key.bytesAndHandle.handle) }

        private func key(_ handle: UInt32) -> HostKey? {
            guard let handle = Int32(exactly: handle), handle > 0 else { return nil }
            return HostKey(handle: handle)
        }
    }
#endif
