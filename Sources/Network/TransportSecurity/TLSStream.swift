internal import CTLS
public import EventLoop

/// TLS on one connection (RFC 8446, and RFC 5246 for clients), by OpenSSL. Made by a ``TLSClientContext`` or a
/// ``TLSServerContext``. Confined to its connection's loop.
///
/// While it is idle it has no buffers, only the state that OpenSSL keeps for each connection.
public final class TLSStream: StreamSecurity {
    /// Keys are renewed after so many records were sent with them: AES-GCM is proved safe for 2^24.5 of them
    /// (RFC 8446 §5.5).
    static let recordsPerKey = 1 << 22

    public let handshakeNanoseconds: UInt64
    public private(set) var isEstablished = false
    public private(set) var inputEnd: StreamSecurityEnd?

    private let ssl: OpaquePointer
    private let wire: TLSWire
    /// The peer, as a client calls it; nil for a server.
    private let peerName: String?
    private let recordsPerKey: Int
    private var recordsWithKey = 0
    private var hasEndedOutput = false

    /// - Parameter ssl: taken over.
    init(owning ssl: OpaquePointer, wire: TLSWire, peerName: String?, handshakeNanoseconds: UInt64, recordsPerKey: Int)
    {
        self.ssl = ssl
        self.wire = wire
        self.peerName = peerName
        self.handshakeNanoseconds = handshakeNanoseconds
        self.recordsPerKey = recordsPerKey
    }

    deinit {
        SSL_free(ssl)
    }

    /// As in logs: `TLSv1.3`. Of use once the stream is established.
    public var version: String { String(cString: SSL_get_version(ssl)) }

    public var outgoingBytes: Int { wire.outgoingBytes }

    public func withOutgoing(_ body: (UnsafeRawBufferPointer) -> Int) -> Int { wire.withOutgoing(body) }

    public func sent(_ count: Int) { wire.sent(count) }

    // MARK: Input

    public func begin() { shakeHands() }

    public func decrypt(_ ciphertext: UnsafeRawBufferPointer, into plaintext: UnsafeMutableRawBufferPointer) -> Int {
        precondition(plaintext.count >= ciphertext.count + StreamConnection.recordBytes, "room for what may come out")
        return wire.lending(ciphertext) {
            if !isEstablished { shakeHands() }
            var count = 0
            while isEstablished, inputEnd == nil, count < plaintext.count {
                let read = readRecord(into: UnsafeMutableRawBufferPointer(rebasing: plaintext[count...]))
                if read == 0 { break }
                count += read
            }
            return count
        }
    }

    public func wireEnded() {
        if inputEnd != nil { return }
        inputEnd = isEstablished ? .truncated : .failed(.abandoned(by: peerName))
    }

    private func shakeHands() {
        guard inputEnd == nil else { return }
        ERR_clear_error()
        let result = SSL_do_handshake(ssl)
        guard result == 1 else { return judge(SSL_get_error(ssl, result)) }
        if hasForeignProtocol {
            inputEnd = .failed(.foreignProtocol(peerName))
        } else {
            isEstablished = true
        }
    }

    /// Whether the server has chosen an application protocol that it was not offered.
    private var hasForeignProtocol: Bool {
        var name: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        SSL_get0_alpn_selected(ssl, &name, &count)
        guard let name, count > 0 else { return false }
        return !UnsafeBufferPointer(start: name, count: Int(count)).elementsEqual(TLSApplicationProtocol.http1)
    }

    /// Returns 0 when no whole record of plaintext is there.
    private func readRecord(into room: UnsafeMutableRawBufferPointer) -> Int {
        ERR_clear_error()
        var count = 0
        let result = SSL_read_ex(ssl, room.baseAddress, room.count, &count)
        if result == 1 { return count }
        judge(SSL_get_error(ssl, result))
        return 0
    }

    /// After a call that did not do what it was to do.
    private func judge(_ error: Int32) {
        switch error {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return
        case SSL_ERROR_ZERO_RETURN: inputEnd = isEstablished ? .closed : .failed(.abandoned(by: peerName))
        default:
            let isStrange = !isEstablished && !TLSFailureReading.isRecord(firstByte: wire.firstByte)
            inputEnd = .failed(
                isStrange ? .notSecure(peerName) : TLSFailureReading.failure(of: ssl, peerName: peerName))
        }
        ERR_clear_error()
    }

    // MARK: Output

    public func encrypt(_ plaintext: UnsafeRawBufferPointer) -> Int {
        renewKey()
        ERR_clear_error()
        var count = 0
        let result = SSL_write_ex(
            ssl, plaintext.baseAddress, min(plaintext.count, StreamConnection.recordBytes), &count)
        if result == 1 { return count }
        if case .failed = inputEnd { return 0 }
        inputEnd = .failed(TLSFailureReading.failure(of: ssl, peerName: peerName))
        ERR_clear_error()
        return 0
    }

    private func renewKey() {
        recordsWithKey += 1
        guard recordsWithKey > recordsPerKey, SSL_version(ssl) == TLS1_3_VERSION else { return }
        recordsWithKey = 1
        // Goes out with the next record. The peer's key is its own affair.
        SSL_key_update(ssl, SSL_KEY_UPDATE_NOT_REQUESTED)
    }

    public func endOutput() {
        guard isEstablished, !hasEndedOutput else { return }
        hasEndedOutput = true
        if case .failed = inputEnd { return }
        ERR_clear_error()
        SSL_shutdown(ssl)
        ERR_clear_error()
    }
}
