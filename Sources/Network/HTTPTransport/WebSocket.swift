public import EventLoop
internal import HTTPCodec

/// One end of a WebSocket (RFC 6455), confined to its loop.
///
/// Pings are answered here. A server's socket also pings a silent peer and closes a dead one.
public final class WebSocket: StreamHandler, ServerPeer {
    private enum Phase { case open, closeSent, ended }

    /// The peer's numeric address.
    public let peerAddress: String
    /// What the two have agreed on.
    public let subprotocol: String?
    /// Gets the messages. Released once the socket has ended.
    public var handler: (any WebSocketHandler)?
    /// The application's state of this socket.
    public var attachment: AnyObject?
    /// Why the connection below was closed; nil as long as it is not.
    public private(set) var closeReason: CloseReason?

    /// With what a socket is closed whose peer reads too slowly.
    public var overflowCode = WebSocketCloseCode.tryAgainLater

    weak var server: HTTPServer?
    private let stream: StreamConnection
    private let role: WebSocketRole
    private let timeouts: HTTPTimeouts
    private var decoder: WebSocketDecoder
    private var phase = Phase.open
    private var lastHeard: UInt64
    private var hasPinged = false

    init(
        stream: StreamConnection, role: WebSocketRole, peerAddress: String, subprotocol: String?,
        handler: any WebSocketHandler, messageBytesMax: Int, timeouts: HTTPTimeouts
    ) {
        self.stream = stream
        self.role = role
        self.peerAddress = peerAddress
        self.subprotocol = subprotocol
        self.handler = handler
        self.timeouts = timeouts
        decoder = WebSocketDecoder(role: role, messageBytesMax: messageBytesMax)
        lastHeard = stream.loop.now
    }

    /// The socket of the current loop with that token, unless it has ended.
    public static func current(token: UInt64) -> WebSocket? {
        EventLoop.current?.connection(token)?.handler as? WebSocket
    }

    /// Unique in its loop.
    public var token: UInt64 { stream.token }
    /// The loop it lives on.
    public var loop: EventLoop { stream.loop }
    /// Bytes that wait to be sent.
    public var bufferedBytes: Int { stream.bufferedBytes }
    /// Whether the queue has been over its soft limit and not yet below its low one.
    public var isLagging: Bool { stream.isLagging }
    /// Whether messages can still be sent.
    public var isOpen: Bool { phase == .open && stream.isOpen }
    /// Whether reading is paused.
    public var isReadingPaused: Bool { stream.isReadingPaused }

    // MARK: Sending

    /// What a message is.
    public enum MessageKind: Sendable { case text, binary }

    /// Sends a message; text must be UTF-8. See ``StreamConnection/send(_:)-([UInt8])`` for the verdict.
    @discardableResult
    public func send(_ bytes: [UInt8], as kind: MessageKind) -> SendQueue.Verdict {
        bytes.withUnsafeBytes { send(kind == .text ? .text : .binary, $0) }
    }

    /// Sends a text message, which must be UTF-8.
    @discardableResult
    public func sendText(_ bytes: [UInt8]) -> SendQueue.Verdict { send(bytes, as: .text) }

    /// Sends a text message, which must be UTF-8.
    @discardableResult
    public func sendText(_ bytes: UnsafeRawBufferPointer) -> SendQueue.Verdict { send(.text, bytes) }

    /// Sends a binary message.
    @discardableResult
    public func sendBinary(_ bytes: [UInt8]) -> SendQueue.Verdict { send(bytes, as: .binary) }

    /// Sends a binary message.
    @discardableResult
    public func sendBinary(_ bytes: UnsafeRawBufferPointer) -> SendQueue.Verdict { send(.binary, bytes) }

    /// Sends whole frames made by ``WebSocketEncoder/frame(_:_:)``: encoded once, sent to many. Servers only, as a
    /// client masks each frame with a key of its own; a client's socket takes nothing.
    @discardableResult
    public func sendFrames(_ encoded: [UInt8]) -> SendQueue.Verdict {
        guard phase == .open, role == .server else { return .overflow }
        return stream.send(encoded)
    }

    /// Sends an empty ping.
    public func ping() { send(.ping, UnsafeRawBufferPointer(start: nil, count: 0)) }

    @discardableResult
    private func send(_ opcode: WebSocketOpcode, _ payload: UnsafeRawBufferPointer) -> SendQueue.Verdict {
        guard phase == .open else { return .overflow }
        var frame: [UInt8] = []
        frame.reserveCapacity(payload.count + WebSocketEncoder.headerBytesMax)
        let key = role == .client ? UInt32.random(in: .min ... .max) : nil
        WebSocketEncoder.appendFrame(opcode, payload, to: &frame, maskingKey: key)
        return stream.send(frame)
    }

    // MARK: Receiving

    /// Delivers no further message, not even one that has been read already. Pings wait too.
    public func pauseReading() {
        if phase == .open { stream.pauseReading() }
    }

    /// Goes on in the next tick.
    public func resumeReading() {
        lastHeard = stream.loop.now
        stream.resumeReading()
    }

    public func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int {
        lastHeard = connection.loop.now
        hasPinged = false
        var offset = 0
        while offset < bytes.count, phase != .ended, !connection.isReadingPaused {
            let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[offset...])
            let consumed = take(decoder.next(in: rest), from: rest)
            if consumed == 0 { return offset }
            offset += consumed
        }
        return phase == .ended ? bytes.count : offset
    }

    /// Acts on what was decoded. Returns the bytes consumed; 0 to wait for more.
    private func take(_ outcome: WebSocketDecoder.Outcome, from bytes: UnsafeMutableRawBufferPointer) -> Int {
        switch outcome {
        case .needMore(let consumed): return consumed
        case .message(let isText, let payload, let consumed):
            deliver(payload, isText: isText, from: bytes)
            return consumed
        case .ping(let payload, let consumed):
            // A peer that pings and does not read would fill its own queue.
            if !stream.isLagging { send(.pong, UnsafeRawBufferPointer(rebasing: bytes[payload])) }
            return consumed
        case .pong(_, let consumed): return consumed
        case .close(let code, _, let consumed):
            sendClose(code ?? WebSocketCloseCode.normal, "")
            end(code: code, reason: .peerClosed)
            return consumed
        case .failure(let failure):
            sendClose(failure.closeCode, failure.reason)
            end(code: failure.closeCode, reason: .protocolError)
            return bytes.count
        }
    }

    private func deliver(
        _ payload: WebSocketDecoder.Payload, isText: Bool, from bytes: UnsafeMutableRawBufferPointer
    ) {
        // After our close frame the peer's messages are dropped until its own comes.
        guard phase == .open else { return }
        switch payload {
        case .inPlace(let range):
            handler?.message(UnsafeRawBufferPointer(rebasing: bytes[range]), isText: isText, on: self)
        case .assembled(let array):
            array.withUnsafeBytes { handler?.message($0, isText: isText, on: self) }
        }
    }

    // MARK: Closing

    /// Begins the close handshake. The handler's `closed` follows when the peer has answered, or after
    /// ``HTTPTimeouts/closeHandshake``. A code that must not be sent is replaced by 1011.
    public func close(code: UInt16, reason: String) {
        guard phase == .open else { return }
        sendClose(WebSocketCloseCode.isValidOnTheWire(code) ? code : WebSocketCloseCode.internalError, reason)
        phase = .closeSent
        // The peer's close frame stands behind what has not been read yet.
        stream.resumeReading()
        closeLater()
    }

    /// Drops the connection without a handshake. The handler's `closed` is called before this returns.
    public func abort(_ reason: CloseReason = .local) { stream.close(reason) }

    private func sendClose(_ code: UInt16, _ reason: String) {
        let payload = WebSocketEncoder.closePayload(code: code, reason: reason)
        payload.withUnsafeBytes { _ = send(.close, $0) }
    }

    private func end(code: UInt16?, reason: CloseReason) {
        phase = .ended
        closeReason = reason
        stream.closeAfterFlush(reason: reason)
        report(code)
    }

    private func report(_ code: UInt16?) {
        let last = handler
        handler = nil
        last?.closed(self, code: code)
    }

    // MARK: The connection below

    public func closed(_ connection: StreamConnection, reason: CloseReason) {
        phase = .ended
        closeReason = closeReason ?? reason
        server?.remove(connection.token)
        report(nil)
    }

    public func drained(_ connection: StreamConnection) { handler?.drained(self) }

    /// The peer is told why behind what waits for it, and has as long to read that as a close handshake may take.
    public func overflowed(_ connection: StreamConnection) {
        guard phase == .open else { return connection.close(.overflow) }
        var frame: [UInt8] = []
        let key = role == .client ? UInt32.random(in: .min ... .max) : nil
        let payload = WebSocketEncoder.closePayload(code: overflowCode, reason: "slow consumer")
        WebSocketEncoder.appendFrame(.close, payload, to: &frame, maskingKey: key)
        connection.sendLast(frame)
        closeLater()
        end(code: nil, reason: .overflow)
    }

    private func closeLater() {
        let token = stream.token
        stream.loop.schedule(afterNanoseconds: timeouts.closeHandshake) { loop in
            loop.connection(token)?.close(.timedOut)
        }
    }

    func look(now: UInt64) -> UInt64 {
        // One that the application holds back cannot be heard.
        guard phase == .open, !stream.isReadingPaused, now > lastHeard else { return now + timeouts.webSocketPing }
        let silence = now - lastHeard
        // Nobody is given up unasked, however late this look comes.
        if silence >= timeouts.webSocketPing, !hasPinged {
            hasPinged = true
            ping()
        } else if silence >= timeouts.webSocketSilence {
            stream.close(.timedOut)
        }
        return lastHeard + (hasPinged ? timeouts.webSocketSilence : timeouts.webSocketPing)
    }

    func drain() {}
}
