/// A private key that the host keeps: its place in the host's table. Zero and negative numbers are no keys.
struct HostKey: Sendable {
    enum Kind: Int32 {
        case signing = 1
        case unwrapping = 2
    }

    let handle: Int32
}
