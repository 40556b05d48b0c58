import EventLoop
import HTTPTransport
import Protobuf
import Testing
import WireProtocol

/// One socket of somebody: keeps every frame, holds the server to the promise about order with each of them, and waits
/// for those that a test wants.
final class TestSocket: WebSocketHandler, Sendable {
    let userID: UInt64
    let deviceID: UInt64
    let received: Watched<Received>
    /// Whether frames stand as binary messages in both directions.
    let isBinary: Bool
    private let clients: LoopHandle
    private let token = Watched<UInt64?>(nil)
    private let lastFrame = Watched(0)

    init(userID: UInt64, deviceID: UInt64, isBinary: Bool = false, clients: LoopHandle) {
        self.isBinary = isBinary
        self.userID = userID
        self.deviceID = deviceID
        self.clients = clients
        received = Watched(Received(userID: userID))
    }

    func open(_ options: WebSocketClient.Options) async throws {
        let result: Result<UInt64, HTTPClientError> = await withCheckedContinuation { continuation in
            clients.post { [self] loop in
                WebSocketClient.connect(options, on: loop, handler: self) { result in
                    continuation.resume(returning: result.map(\.token))
                }
            }
        }
        let opened = try result.get()
        token.change { $0 = opened }
    }

    // MARK: WebSocketHandler

    func message(_ payload: UnsafeRawBufferPointer, isText: Bool, on socket: WebSocket) {
        let bytes = Array(payload)
        received.change { $0.take(bytes, isText: isText) }
    }

    func closed(_ socket: WebSocket, code: UInt16?) {
        received.change { $0.end(code) }
    }

    // MARK: Sending

    /// - Parameter mayRepeat: whether the answer may repeat that of an earlier frame.
    /// - Returns: the frame's id, by which it is answered.
    @discardableResult
    func send(_ payload: ClientFrame.Payload, mayRepeat: Bool = false) -> String {
        let id = lastFrame.change { number in
            number += 1
            return "f\(number)"
        }
        if mayRepeat { received.change { $0.mayRepeat.insert(id) } }
        let frame = ClientFrame(id: id, payload: payload)
        if isBinary { send(frame.protobufBytes(), as: .binary) } else { send(frame.jsonBytes(), as: .text) }
        return id
    }

    /// Sends a message as it is.
    func send(_ message: [UInt8], as kind: WebSocket.MessageKind) {
        onSocket { $0.send(message, as: kind) }
    }

    /// What the server sends stays where it is.
    func pauseReading() { onSocket { $0.pauseReading() } }

    func resumeReading() { onSocket { $0.resumeReading() } }

    private func onSocket(_ body: @escaping @Sendable (WebSocket) -> Void) {
        guard let token = token.now else { return }
        clients.post { loop in (loop.connection(token)?.handler as? WebSocket).map(body) }
    }

    /// Sends a frame and waits for its answer, which may be an error.
    func ask(_ payload: ClientFrame.Payload, mayRepeat: Bool = false) async throws -> ServerFrame.Payload {
        try await answer(to: send(payload, mayRepeat: mayRepeat))
    }

    func answer(to id: String) async throws -> ServerFrame.Payload {
        try await next("answer to \(id)") { $0.replyTo == id ? $0.payload : nil }
    }

    /// Everything that the server had given to this socket before has been received after this.
    func settle() async throws {
        guard case .pong = try await ask(.ping(Ping())) else { throw DidNotAnswer() }
    }

    /// Everything that was sent before is in the server's receive buffer after this.
    func flush() async {
        // What is sent in one tick of the loop leaves before the next begins.
        for _ in 0..<2 { await clients.call { _ in } }
    }

    /// Ends without a farewell, as a lost connection does.
    func abort() async throws {
        guard let token = token.now else { return }
        await clients.call { loop in (loop.connection(token)?.handler as? WebSocket)?.abort() }
        try await received.until("end of the socket", describe: \.summary) { $0.isEnded ? () : nil }
    }

    /// Waits until the server has closed it, and says with which code.
    func closeCode() async throws -> UInt16 {
        try await received.until("end of the socket", describe: \.summary) { $0.isEnded ? $0.closeCode : nil }
    }

    // MARK: Receiving

    /// The first frame that `look` takes, among those not taken yet, and then among new ones.
    func next<Value: Sendable>(
        _ what: String, seconds: Int = Patience.seconds, _ look: @escaping @Sendable (ServerFrame) -> Value?
    ) async throws -> Value {
        try await received.until(what, seconds: seconds, describe: \.summary) { $0.takeFirst(look) }
    }

    /// Waits until the frames together are as wanted; takes none.
    func until<Value: Sendable>(
        _ what: String, seconds: Int = Patience.seconds,
        describe: @escaping @Sendable (Received) -> String = \.summary,
        _ look: @escaping @Sendable (Received) -> Value?
    ) async throws -> Value {
        try await received.until(what, seconds: seconds, describe: describe) { look($0) }
    }

    var violations: [String] { received.now.order.violations }
}

struct DidNotAnswer: Error {}
