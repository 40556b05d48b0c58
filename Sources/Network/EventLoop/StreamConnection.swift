internal import CLinux
internal import Glibc

/// A TCP connection on one loop, for life. Confined to that loop.
///
/// Output is queued and leaves at the end of the tick in one `send`. Input is read into the loop's shared buffer; only
/// what the handler leaves unconsumed is kept here, so an idle connection has no buffer at all.
///
/// A ``StreamSecurity`` may stand between the bytes that are queued and received here and those on the wire. All limits
/// and deadlines hold as without it: paused reading pauses decryption, and what waits to be sent is encrypted only as
/// the peer takes it.
public final class StreamConnection: ReadinessHandler, FlushTarget {
    /// Read at once, so that no connection holds more unconsumed input than this and what it had.
    public static let readBytes = 32 * 1024
    /// The most plaintext that a record of a ``StreamSecurity`` carries.
    public static let recordBytes = 16 * 1024
    private static let readsPerTurn = 4
    /// Ciphertext read at once.
    private static let wireReadBytes = 16 * 1024
    /// Records are added to what waits encrypted up to this, so that long output needs fewer calls of the kernel.
    private static let wireSendBytes = 64 * 1024
    /// After the last byte is sent, input is thrown away for this long until the peer ends its side: closing with
    /// unread input would make the kernel reset the connection and take the last answer with it.
    private static let lingerNanoseconds: UInt64 = 2_000_000_000

    private enum Phase: UInt8 { case connecting, open, closing, lingering, closed }

    /// The loop it lives on.
    public let loop: EventLoop
    /// Unique in its loop; see ``EventLoop/connection(_:)``.
    public private(set) var token: UInt64 = 0
    /// Who gets the input. Released when the connection closes.
    public var handler: (any StreamHandler)?

    private let descriptor: Int32
    private let limits: SendLimits
    private let isInitiator: Bool
    private var security: (any StreamSecurity)?
    private var queue = SendQueue()
    private var kept: [UInt8] = []
    private var lastProgress: UInt64 = 0
    private var phase: Phase
    private var reason = CloseReason.local
    /// Whether reading may find something: edge-triggered, so it must be remembered.
    private var mayHaveInput = false
    private var hasHangup = false
    private var inputHasEnded = false
    private var mustRedeliver = false
    private var isReadQueued = false
    private var isDirty = false
    private var isBlocked = false
    private var isDoomed = false
    private var hasStallTimer = false
    /// Whether reading is paused.
    public private(set) var isReadingPaused = false
    /// Whether the send queue has been over its soft limit and not yet below its low one.
    public private(set) var isLagging = false

    private init(
        descriptor: Int32, phase: Phase, loop: EventLoop, limits: SendLimits, handler: any StreamHandler
    ) throws(EventLoopError) {
        self.descriptor = descriptor
        self.phase = phase
        isInitiator = phase == .connecting
        self.loop = loop
        self.limits = limits
        self.handler = handler
        _ = clinux_set_not_sent_low_water(descriptor, limits.kernelBytes)
        do {
            token = try loop.register(descriptor, self).token
        } catch {
            self.phase = .closed
            _ = Glibc.close(descriptor)
            throw error
        }
    }

    /// Takes over a connected socket; closes it when this fails.
    public convenience init(
        adopting socket: AcceptedSocket, on loop: EventLoop, limits: SendLimits = SendLimits(),
        handler: any StreamHandler
    ) throws(EventLoopError) {
        try self.init(descriptor: socket.descriptor, phase: .open, loop: loop, limits: limits, handler: handler)
    }

    /// Begins a connection. The handler is told when it stands, or that it is closed.
    public static func connect(
        address: String, port: UInt16, on loop: EventLoop, limits: SendLimits = SendLimits(),
        handler: any StreamHandler
    ) throws(EventLoopError) -> StreamConnection {
        let descriptor = clinux_connect(address, port)
        if descriptor < 0 { throw .failed("cannot connect to \(address) port \(port)", descriptor) }
        return try StreamConnection(
            descriptor: descriptor, phase: .connecting, loop: loop, limits: limits, handler: handler)
    }

    /// Whether it can still send: false once a close has begun.
    public var isOpen: Bool { phase == .open || phase == .connecting }

    /// Bytes that wait to be sent.
    public var bufferedBytes: Int { queue.count + (security?.outgoingBytes ?? 0) }

    // MARK: Sending

    /// Queues `bytes`; they leave at the end of the tick. On overflow nothing is taken, then or later, and the
    /// handler's `overflowed` is called at the end of the tick. Never calls back.
    @discardableResult
    public func send(_ bytes: [UInt8]) -> SendQueue.Verdict {
        guard isOpen, !isDoomed else { return .overflow }
        return judge(queue.append(bytes, limits: limits))
    }

    /// As ``send(_:)-([UInt8])``, with a copy of `bytes`.
    @discardableResult
    public func send(_ bytes: UnsafeRawBufferPointer) -> SendQueue.Verdict {
        guard isOpen, !isDoomed else { return .overflow }
        return judge(queue.append(bytes, limits: limits))
    }

    /// Queues the last that is sent, whatever waits already: a farewell to a peer that reads too slowly.
    public func sendLast(_ bytes: [UInt8]) {
        guard isOpen else { return }
        _ = queue.append(bytes, limits: SendLimits(hardBytes: .max))
        markDirty()
    }

    private func judge(_ verdict: SendQueue.Verdict) -> SendQueue.Verdict {
        switch verdict {
        case .ok: break
        case .lagging: isLagging = true
        case .overflow: isDoomed = true
        }
        markDirty()
        return verdict
    }

    private func markDirty() {
        if isDirty { return }
        isDirty = true
        loop.markDirtyOnce(self)
    }

    public func flush(_ loop: EventLoop) {
        isDirty = false
        if isDoomed, isOpen {
            handler?.overflowed(self)
            if isOpen { close(.overflow) }
        }
        guard phase == .open || phase == .closing else { return }
        if !isBlocked { writeOut() }
        settle()
    }

    private func writeOut() {
        if let security { return writeOut(through: security) }
        while !queue.isEmpty {
            let sent = queue.withNextBytes { clinux_send(descriptor, $0.baseAddress, $0.count) }
            if sent > 0 { queue.consumed(sent) }
            guard note(sent) else { return }
        }
    }

    /// Takes note of what a call of the kernel has sent. Returns whether to send on.
    private func note(_ sent: Int) -> Bool {
        switch sent {
        case 1...:
            lastProgress = loop.now
            return true
        case Int(-EINTR): return true
        case Int(-EAGAIN), 0:
            isBlocked = true
            startStallTimer()
        default: close(.failed(errno: Int32(-sent)))
        }
        return false
    }

    /// After a write: tells who waited for room, and ends what was to end once all is sent.
    private func settle() {
        if isLagging, queue.count <= limits.lowBytes, phase != .closed {
            isLagging = false
            handler?.drained(self)
        }
        guard phase == .closing, queue.isEmpty else { return }
        if let security, !endOutput(of: security) { return }
        linger()
    }

    private func startStallTimer() {
        if hasStallTimer { return }
        lastProgress = loop.now
        setStallTimer(limits.stallNanoseconds)
    }

    private func setStallTimer(_ nanoseconds: UInt64) {
        hasStallTimer = true
        loop.schedule(afterNanoseconds: nanoseconds) { [token] loop in loop.connection(token)?.checkStall() }
    }

    private func checkStall() {
        hasStallTimer = false
        guard isBlocked, bufferedBytes > 0 else { return }
        let idle = loop.now - lastProgress
        if idle >= limits.stallNanoseconds { return close(.stalled) }
        setStallTimer(limits.stallNanoseconds - idle)
    }

    // MARK: Reading

    /// Stops reading and delivering, also of what has been read already. The kernel then holds back the peer.
    public func pauseReading() { isReadingPaused = true }

    /// Goes on in the next tick, with what was left first.
    public func resumeReading() {
        guard isReadingPaused, phase != .closed else { return }
        isReadingPaused = false
        redeliver()
    }

    /// Has the handler called with the input it left, and then reads on, in the next tick.
    public func redeliver() {
        guard phase != .closed else { return }
        mustRedeliver = !kept.isEmpty
        // No edge will tell: what came while reading was paused has been told already.
        mayHaveInput = true
        readLater()
    }

    public func ready(_ loop: EventLoop, readable: Bool, writable: Bool, hangup: Bool) {
        if hangup { hasHangup = true }
        if phase == .connecting, !finishConnecting(writable: writable, hangup: hangup) { return }
        if writable {
            isBlocked = false
            if bufferedBytes > 0 { markDirty() }
        }
        guard readable else { return }
        mayHaveInput = true
        // Who lingers waits for nothing but the end of the input.
        if isReadingPaused, phase != .lingering, !isHandshaking {
            if hangup { closeIfFailed() }
        } else {
            continueReading()
        }
    }

    private func finishConnecting(writable: Bool, hangup: Bool) -> Bool {
        guard writable || hangup else { return false }
        closeIfFailed()
        guard phase == .connecting else { return false }
        phase = .open
        markDirty()
        handler?.opened(self)
        return phase != .closed
    }

    private func closeIfFailed() {
        let error = clinux_socket_error(descriptor)
        if error != 0 { close(.failed(errno: error)) }
    }

    private func readLater() {
        if isReadQueued { return }
        isReadQueued = true
        loop.readLater(self)
    }

    func continueReading() {
        isReadQueued = false
        if mustRedeliver, phase == .open, !isReadingPaused {
            mustRedeliver = false
            copyKept()
            deliver(kept.count)
        }
        var turns = Self.readsPerTurn
        while mayHaveInput, phase == .lingering || canDeliver || isHandshaking {
            if turns == 0 { return readLater() }
            turns -= 1
            readOnce()
        }
    }

    private var canDeliver: Bool { phase == .open && !isReadingPaused && !mustRedeliver }

    private func readOnce() {
        if let security, phase != .lingering { return readOnce(through: security) }
        let scratch = loop.scratch
        let room = min(scratch.count - kept.count, Self.readBytes)
        guard room > 0 else { return close(.inputOverflow) }
        copyKept()
        let start = kept.count
        let got = clinux_recv(descriptor, scratch.baseAddress?.advanced(by: start), room)
        switch got {
        case 1...:
            // A short read has emptied the socket. After a hang-up there may be an end of input behind it, of which
            // no further edge tells.
            if got < room, !hasHangup { mayHaveInput = false }
            if phase == .open { deliver(start + got) }
        case 0: endInput()
        case Int(-EINTR): return
        case Int(-EAGAIN): mayHaveInput = false
        default: close(.failed(errno: Int32(-got)))
        }
    }

    private func endInput() {
        mayHaveInput = false
        inputHasEnded = true
        if phase == .lingering { return close(reason) }
        handler?.inputEnded(self)
    }

    private func copyKept() {
        if !kept.isEmpty { loop.scratch.copyBytes(from: kept) }
    }

    /// Gives the handler the first `count` bytes of the scratch buffer and keeps what it leaves.
    private func deliver(_ count: Int) {
        var offset = 0
        while offset < count, phase == .open, !isReadingPaused, let receiver = handler {
            let bytes = UnsafeMutableRawBufferPointer(rebasing: loop.scratch[offset..<count])
            offset += min(max(0, receiver.received(bytes, on: self)), bytes.count)
            if handler === receiver { break }
        }
        keep(offset..<count)
    }

    private func keep(_ range: Range<Int>) {
        if range.isEmpty || phase != .open {
            kept = []
        } else if range.lowerBound == 0, kept.count <= range.upperBound {
            // Nothing was consumed: only the news is copied, else input that dribbles in would cost its square.
            kept.append(contentsOf: loop.scratch[kept.count..<range.upperBound])
        } else {
            kept = [UInt8](loop.scratch[range])
        }
    }

    // MARK: Security

    /// From now on all bytes pass through `security`, before any has been received; what is queued is encrypted too.
    ///
    /// The handler's `secured` is called when the handshake is done. Until then what is sent waits, within the same
    /// limits. When the handshake fails the connection is closed as ``CloseReason/insecure(_:)``, and when it takes
    /// longer than `security` allows, as ``CloseReason/timedOut``.
    public func secure(by security: any StreamSecurity) {
        precondition(self.security == nil && kept.isEmpty, "plaintext would be taken for what has been authenticated")
        guard isOpen else { return }
        self.security = security
        security.begin()
        markDirty()
        loop.schedule(afterNanoseconds: security.handshakeNanoseconds) { [token] loop in
            guard let connection = loop.connection(token), connection.isHandshaking else { return }
            connection.close(.timedOut)
        }
    }

    /// The handshake goes on also while reading is paused, and while the last answer waits for it.
    private var isHandshaking: Bool {
        guard let security, phase == .open || phase == .closing else { return false }
        return !security.isEstablished
    }

    private func writeOut(through security: any StreamSecurity) {
        repeat {
            while security.isEstablished, !queue.isEmpty, security.outgoingBytes < Self.wireSendBytes {
                let taken = queue.withNextBytes(security.encrypt)
                guard taken > 0 else { return endInput(of: security) }
                queue.consumed(taken)
            }
            if security.outgoingBytes == 0 { return }
        } while sendSome(of: security)
    }

    /// Returns whether to send on.
    private func sendSome(of security: any StreamSecurity) -> Bool {
        let sent = security.withOutgoing { clinux_send(descriptor, $0.baseAddress, $0.count) }
        if sent > 0 { security.sent(sent) }
        return note(sent)
    }

    /// Returns whether the peer's system has been given all, our word that nothing more comes included.
    private func endOutput(of security: any StreamSecurity) -> Bool {
        security.endOutput()
        if !isBlocked { writeOut(through: security) }
        return phase == .closing && security.outgoingBytes == 0
    }

    private func readOnce(through security: any StreamSecurity) {
        if security.inputEnd != nil { return endInput(of: security) }
        let scratch = loop.scratch
        // Plaintext goes in front, behind what is kept; ciphertext at the end, where it is consumed before the
        // handler sees the buffer.
        let room = min(Self.wireReadBytes, (scratch.count - kept.count - Self.recordBytes) / 2)
        guard room > 0 else { return close(.inputOverflow) }
        let wire = UnsafeMutableRawBufferPointer(rebasing: scratch[(scratch.count - room)...])
        let got = clinux_recv(descriptor, wire.baseAddress, room)
        switch got {
        case 1...:
            if got < room, !hasHangup { mayHaveInput = false }
            decrypt(UnsafeRawBufferPointer(rebasing: wire[..<got]), before: scratch.count - room, by: security)
        case 0: security.wireEnded()
        case Int(-EINTR): return
        case Int(-EAGAIN): mayHaveInput = false
        default: close(.failed(errno: Int32(-got)))
        }
    }

    private func decrypt(_ wire: UnsafeRawBufferPointer, before end: Int, by security: any StreamSecurity) {
        let wasEstablished = security.isEstablished
        copyKept()
        let start = kept.count
        let room = UnsafeMutableRawBufferPointer(rebasing: loop.scratch[start..<end])
        let count = security.decrypt(wire, into: room)
        // The loop of reads comes back for it, when what was received before has been delivered.
        if security.inputEnd != nil { mayHaveInput = true }
        // Who makes us answer and reads none of it.
        if security.outgoingBytes > limits.hardBytes { return close(.overflow) }
        if security.outgoingBytes > 0 { markDirty() }
        if !wasEstablished, security.isEstablished {
            markDirty()
            handler?.secured(self)
        }
        if count > 0, phase == .open { deliver(start + count) }
    }

    private func endInput(of security: any StreamSecurity) {
        mayHaveInput = false
        switch security.inputEnd {
        case nil: break
        case .closed: if !inputHasEnded { endInput() }
        case .truncated:
            inputHasEnded = true
            closeAfterFlush(reason: .truncated)
        case .failed(let failure): fail(failure, security)
        }
    }

    /// Who has connected learns of it at once; who was connected to sees that the peer gets the alert.
    private func fail(_ failure: StreamSecurityFailure, _ security: any StreamSecurity) {
        queue.removeAll()
        kept = []
        reason = .insecure(failure)
        if !isBlocked, security.outgoingBytes > 0 { _ = sendSome(of: security) }
        guard phase != .closed else { return }
        if isInitiator { close(reason) } else { linger() }
    }

    // MARK: Closing

    /// Takes no more, sends what waits, ends our side, and closes when the peer has ended its own or after 2 s.
    public func closeAfterFlush(reason: CloseReason = .local) {
        if phase == .connecting { return close(reason) }
        guard phase == .open else { return }
        phase = .closing
        self.reason = reason
        kept = []
        markDirty()
    }

    private func linger() {
        if inputHasEnded { return close(reason) }
        _ = clinux_shutdown_write(descriptor)
        phase = .lingering
        mayHaveInput = true
        readLater()
        loop.schedule(afterNanoseconds: Self.lingerNanoseconds) { [token, reason] loop in
            loop.connection(token)?.close(reason)
        }
    }

    /// Closes at once. Calls the handler's `closed` before it returns. To a secured peer, who is not told that this is
    /// the end, it looks like an interruption.
    public func close(_ reason: CloseReason = .local) {
        guard phase != .closed else { return }
        phase = .closed
        loop.forget(token)
        _ = Glibc.close(descriptor)
        queue.removeAll()
        kept = []
        security = nil
        let last = handler
        handler = nil
        last?.closed(self, reason: reason)
    }

    public func loopStopped(_ loop: EventLoop) { close(.loopStopped) }
}
