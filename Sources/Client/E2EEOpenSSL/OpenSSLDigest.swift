internal import COpenSSL
public import E2EE

/// SHA-256 of what comes in pieces.
public struct OpenSSLDigest: StreamingDigest {
    private let state: State

    public init() {
        state = State()
    }

    public mutating func update(_ bytes: [UInt8]) {
        let isDone = EVP_DigestUpdate(state.context, bytes, bytes.count) == 1
        precondition(isDone, "a digest that is finished")
    }

    public mutating func finish() -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: OpenSSL.hashByteCount)
        let isDone = EVP_DigestFinal_ex(state.context, &hash, nil) == 1
        precondition(isDone, "a digest that is finished")
        return hash
    }

    /// Frees the context, which wipes it.
    private final class State {
        let context: OpaquePointer

        init() {
            guard let context = EVP_MD_CTX_new(),
                EVP_DigestInit_ex2(context, OpenSSLAlgorithms.shared.sha256, nil) == 1
            else { preconditionFailure("no memory for SHA-256") }
            self.context = context
        }

        deinit {
            EVP_MD_CTX_free(context)
        }
    }
}
