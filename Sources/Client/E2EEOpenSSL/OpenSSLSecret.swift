internal import COpenSSL
internal import E2EE

/// The bytes of a symmetric key, overwritten when they are given back.
///
/// Proof that sharing is sound: they are written before `init` returns and only read afterwards.
final class OpenSSLSecret: @unchecked Sendable {
    private let start: UnsafeMutableRawPointer
    let count: Int

    init(_ bytes: [UInt8]) throws(PrimitiveFailure) {
        guard !bytes.isEmpty, let start = CRYPTO_malloc(bytes.count, nil, 0) else { throw OpenSSL.failure() }
        bytes.withUnsafeBytes { start.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(start), byteCount: $0.count) }
        self.start = start
        count = bytes.count
    }

    deinit {
        CRYPTO_clear_free(start, count, nil, 0)
    }

    /// For the length of a call.
    func withBytes<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        body(start.assumingMemoryBound(to: UInt8.self))
    }
}

extension [UInt8] {
    /// Overwrites a secret that nobody needs any more. Only for an array that nothing else shares: others are copied
    /// first, and the copy is what is overwritten.
    mutating func wipe() {
        withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
    }
}
