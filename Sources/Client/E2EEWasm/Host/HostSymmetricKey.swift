/// An AES key: bytes that are gone with the call, or the handle of one that the host keeps and does not give out.
enum HostSymmetricKey: Sendable {
    case passing([UInt8])
    case lasting(HostKey)

    /// As the host's functions take it.
    var bytesAndHandle: (bytes: [UInt8], handle: Int32) {
        switch self {
        case .passing(let bytes): (bytes, 0)
        case .lasting(let key): ([], key.handle)
        }
    }
}
