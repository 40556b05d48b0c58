internal import Basics
public import EventLoop
internal import HTTPCodec

/// The server's side of one HTTP/1.1 connection: one request at a time. Pipelined ones wait, unread, for their turn.
public final class HTTPConnection: StreamHandler, ServerPeer {
    private enum Phase { case reading, answering, sending, closing }

    /// What must be known of a request when its answer comes.
    private struct Pending {
        let keepAlive: Bool
        let isHead: Bool
        let version: HTTPVersion
        /// Kept only of those that ask for an upgrade.
        let upgrade: HTTPRequest?
    }

    /// A body on its way.
    private struct Outgoing {
        let source: any HTTPBodySource
        let framing: HTTPResponseFraming
        let keepAlive: Bool
        var sentBytes = 0
    }

    /// A body of at most so many bytes is read before the application is asked about the request.
    static let unaskedBytesMax = 64 << 10
    /// A longer body is sent in pieces of this size, in bytes, as the client takes them.
    static let pieceBytes = 64 << 10
    /// What a client must at least take of a body, in bytes a second. Stops clients that take a byte now and then.
    private static let slowestBytesPerSecond = 1 << 10

    private let server: HTTPServer
    /// The other end, or the client that a proxy's header has named.
    private var peerAddress: String
    /// Who sent the request that is being answered, as far as proxies tell.
    private var clientAddress: String
    private var awaitsProxyHeader: Bool
    private var stream: StreamConnection?
    private var decoder: HTTPRequestDecoder
    private var phase = Phase.reading
    private var number: UInt64 = 0
    private var pending: Pending?
    private var outgoing: Outgoing?
    private var deadline: UInt64
    private var hasPartialRequest = false
    private var isBodyTimed = false
    private var isBodyAdmitted = false
    /// Taken from the server's ``BodyBudget``.
    private var budgetedBytes = 0

    init(server: HTTPServer, peerAddress: String, isProxied: Bool) {
        self.server = server
        self.peerAddress = peerAddress
        clientAddress = peerAddress
        awaitsProxyHeader = isProxied
        decoder = HTTPRequestDecoder(limits: server.settings.http)
        deadline = server.loop.now + server.settings.timeouts.head
    }

    func attach(_ stream: StreamConnection) { self.stream = stream }

    // MARK: Input

    public func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int {
        var offset = 0
        if awaitsProxyHeader {
            offset = takeProxyHeader(UnsafeRawBufferPointer(bytes), on: connection)
            if awaitsProxyHeader || phase == .closing { return offset }
        }
        while offset < bytes.count, phase == .reading, connection.handler === self {
            if connection.isLagging {
                // A client that asks and does not read the answers is asked to read first.
                connection.pauseReading()
                return offset
            }
            switch decoder.decode(UnsafeRawBufferPointer(rebasing: bytes[offset...])) {
            case .needMore(let consumed):
                notePartial(connection)
                return phase == .closing ? bytes.count : offset + consumed
            case .request(let request, let consumed):
                offset += consumed
                begin(request, on: connection)
            case .failure(let error):
                refuse(status: error.status, reason: error.reason)
                return bytes.count
            }
        }
        if phase == .answering || phase == .sending { connection.pauseReading() }
        return offset
    }

    /// Returns how many bytes were consumed.
    private func takeProxyHeader(_ bytes: UnsafeRawBufferPointer, on connection: StreamConnection) -> Int {
        switch ProxyHeader.decode(bytes) {
        case .needMore: return 0
        case .failure:
            // Whoever this is would not understand an answer in HTTP.
            connection.close(.protocolError)
            return bytes.count
        case .header(let header, let consumed):
            awaitsProxyHeader = false
            guard let source = header.source else { return consumed }
            peerAddress = source.text
            if !server.count(connection.token, under: source) {
                refuse(status: 503, reason: "too many connections from this address")
            }
            return consumed
        }
    }

    private func findClient(_ request: HTTPRequest) {
        let trusted = server.settings.trustedProxies
        guard !trusted.isEmpty, let peer = IPAddress(peerAddress) else { return clientAddress = peerAddress }
        clientAddress = ForwardedAddress.client(request.headers, peer: peer, trusted: trusted).text
    }

    /// Deadlines are set when a part begins and do not move with what dribbles in.
    private func notePartial(_ connection: StreamConnection) {
        if !hasPartialRequest {
            hasPartialRequest = true
            deadline = server.loop.now + server.settings.timeouts.head
        }
        guard decoder.isInBody else { return }
        if !isBodyTimed {
            isBodyTimed = true
            deadline = server.loop.now + server.settings.timeouts.body
        }
        let bytes = decoder.bodyBytesExpected(beyond: Self.unaskedBytesMax)
        if !isBodyAdmitted, decoder.expectsContinue || bytes > Self.unaskedBytesMax { admitBody(connection, bytes) }
    }

    /// Reads on, asking for the body when the client waits for that, or refuses the request without it (RFC 9110
    /// §10.1.1).
    private func admitBody(_ connection: StreamConnection, _ bytes: Int) {
        isBodyAdmitted = bytes > Self.unaskedBytesMax
        guard let head = decoder.headAlone else { return }
        findClient(head)
        switch server.application.admit(head, from: clientAddress) {
        case .refuse(let response): return write(response, keepAlive: false, isHead: head.method == "HEAD")
        case .readWithinBudget:
            guard bytes <= Self.unaskedBytesMax || server.bodies.take(bytes) else {
                return refuse(status: 503, reason: "too many long bodies at once")
            }
            if bytes > Self.unaskedBytesMax { budgetedBytes = bytes }
        case .read: break
        }
        if decoder.expectsContinue {
            decoder.continueSent()
            connection.send(HTTPResponseEncoder.continueResponse)
        }
    }

    private func giveBudget() {
        if budgetedBytes > 0 { server.bodies.give(budgetedBytes) }
        budgetedBytes = 0
    }

    private func begin(_ request: HTTPRequest, on connection: StreamConnection) {
        number += 1
        phase = .answering
        hasPartialRequest = false
        isBodyTimed = false
        isBodyAdmitted = false
        giveBudget()
        deadline = server.loop.now + server.settings.timeouts.exchange
        findClient(request)
        pending = Pending(
            keepAlive: request.keepAlive && number < server.settings.requestsPerConnectionMax,
            isHead: request.method == "HEAD", version: request.version,
            upgrade: WebSocketHandshake.isUpgrade(request) ? request : nil)
        let exchange = HTTPExchange(
            loop: server.loop.handle, connection: connection.token, number: number, peerAddress: clientAddress)
        server.application.handle(request, exchange)
    }

    // MARK: Output

    func isAnswering(_ number: UInt64) -> Bool { phase == .answering && number == self.number }

    func answer(_ number: UInt64, _ response: HTTPResponse) {
        guard isAnswering(number), let pending else { return }
        write(response, keepAlive: pending.keepAlive && !server.isDraining, isHead: pending.isHead)
    }

    func answer(_ number: UInt64, _ response: HTTPResponse, _ source: any HTTPBodySource) {
        guard isAnswering(number), let pending else { return }
        var keepAlive = pending.keepAlive && !server.isDraining
        let framing: HTTPResponseFraming
        if let count = source.byteCount {
            framing = .length(count)
        } else if pending.version == .http10 {
            framing = .untilClose
            keepAlive = false
        } else {
            framing = .chunked
        }
        write(response, source, framing, keepAlive: keepAlive, isHead: pending.isHead)
    }

    func upgrade(
        _ number: UInt64, subprotocol: String?, handler: any WebSocketHandler, headers: HTTPHeaders
    ) -> WebSocket? {
        guard isAnswering(number), let stream else { return nil }
        guard let request = pending?.upgrade else {
            refuse(status: 426, reason: "this is for WebSockets only", headers: ["Upgrade": "websocket"])
            return nil
        }
        do {
            let accepted = try WebSocketHandshake.check(request)
            stream.send(WebSocketHandshake.response(accepted, subprotocol: subprotocol, headers: headers))
        } catch {
            refuse(status: error.status, reason: error.reason, headers: error.headers)
            return nil
        }
        let socket = WebSocket(
            stream: stream, role: .server, peerAddress: clientAddress, subprotocol: subprotocol, handler: handler,
            messageBytesMax: server.settings.messageBytesMax, timeouts: server.settings.timeouts)
        phase = .closing
        pending = nil
        socket.server = server
        stream.handler = socket
        server.replace(stream.token, by: socket)
        // For what came right behind the handshake, when the upgrade took its time; before the application may pause.
        stream.resumeReading()
        server.application.upgraded(socket, request: request)
        return socket
    }

    private func write(_ response: HTTPResponse, keepAlive: Bool, isHead: Bool) {
        guard let stream else { return }
        if response.body.count > Self.pieceBytes, HTTPResponseEncoder.hasBody(response.status) {
            let source = ArrayBodySource(response.body)
            return write(response, source, .length(response.body.count), keepAlive: keepAlive, isHead: isHead)
        }
        let date = server.dateText
        stream.send(HTTPResponseEncoder.encode(response, keepAlive: keepAlive, date: date, isHead: isHead))
        answered(keepAlive: keepAlive)
    }

    private func write(
        _ response: HTTPResponse, _ source: any HTTPBodySource, _ framing: HTTPResponseFraming, keepAlive: Bool,
        isHead: Bool
    ) {
        guard let stream else { return }
        let date = server.dateText
        stream.send(HTTPResponseEncoder.head(response, framing: framing, keepAlive: keepAlive, date: date))
        if isHead { return answered(keepAlive: keepAlive) }
        pending = nil
        phase = .sending
        deadline = .max
        if let count = source.byteCount {
            let seconds = UInt64(count / Self.slowestBytesPerSecond)
            deadline = server.loop.now + server.settings.timeouts.exchange + seconds * HTTPTimeouts.second
        }
        outgoing = Outgoing(source: source, framing: framing, keepAlive: keepAlive)
        sendMore()
    }

    /// Sends of the body what the client takes now; the rest follows when it has taken that.
    private func sendMore() {
        while phase == .sending, let stream, !stream.isLagging, let outgoing {
            switch outgoing.source.next(bytesMax: Self.pieceBytes) {
            case .later: return
            case .failed: return stream.close(.local)
            case .end: endBody(outgoing, on: stream)
            case .bytes(let bytes): send(bytes, on: stream)
            }
        }
    }

    private func send(_ bytes: [UInt8], on stream: StreamConnection) {
        outgoing?.sentBytes += bytes.count
        stream.send(outgoing?.framing == .chunked ? HTTPResponseEncoder.chunk(bytes) : bytes)
    }

    private func endBody(_ outgoing: Outgoing, on stream: StreamConnection) {
        self.outgoing = nil
        if case .length(let count) = outgoing.framing, count != outgoing.sentBytes { return stream.close(.local) }
        if outgoing.framing == .chunked { stream.send(HTTPResponseEncoder.lastChunk) }
        answered(keepAlive: outgoing.keepAlive)
    }

    func bodyIsReady(_ number: UInt64) {
        if phase == .sending, number == self.number { sendMore() }
    }

    /// The answer is queued: the next request's turn.
    private func answered(keepAlive: Bool) {
        guard let stream else { return }
        pending = nil
        guard keepAlive else {
            phase = .closing
            deadline = .max
            return stream.closeAfterFlush()
        }
        phase = .reading
        deadline = server.loop.now + server.settings.timeouts.idle
        if !stream.isLagging { stream.resumeReading() }
    }

    private func refuse(status: Int, reason: String, headers: HTTPHeaders = HTTPHeaders()) {
        var response = server.application.failure(status: status, reason: reason)
        for field in headers.fields { response.headers.set(field.name, field.value) }
        write(response, keepAlive: false, isHead: pending?.isHead ?? false)
    }

    // MARK: Life

    public func drained(_ connection: StreamConnection) {
        switch phase {
        case .reading: connection.resumeReading()
        case .sending: sendMore()
        case .answering, .closing: break
        }
    }

    public func closed(_ connection: StreamConnection, reason: CloseReason) {
        phase = .closing
        pending = nil
        outgoing = nil
        stream = nil
        giveBudget()
        server.remove(connection.token)
    }

    func look(now: UInt64) -> UInt64 {
        if now >= deadline { meetDeadline() }
        // A deadline may be set that comes before this one.
        return min(deadline, now + server.settings.timeouts.lookPeriod)
    }

    private func meetDeadline() {
        switch phase {
        case .answering: refuse(status: 503, reason: "the answer took too long")
        case .sending: stream?.close(.stalled)
        case .reading where hasPartialRequest: refuse(status: 408, reason: "the request took too long")
        case .reading: stream?.closeAfterFlush(reason: .timedOut)
        case .closing: break
        }
    }

    func drain() {
        if phase == .reading, !hasPartialRequest { stream?.closeAfterFlush() }
    }
}
