import Basics
import EventLoop
import HTTPCodec
import HTTPTransport
import Protobuf
import Synchronization
import WireProtocol

/// Somebody with an account, logged in on one device. Speaks HTTP with its access token, and opens sockets.
final class TestPerson: Sendable {
    let server: WholeServer
    let id: UInt64
    let deviceID: UInt64
    /// Where the sockets of this log-in live.
    let loop: Int
    private let email: String
    let token: String
    private let answer: AuthenticationResponse

    private static let count = Atomic<UInt64>(0)
    private static let password = "correct horse"

    private init(_ server: WholeServer, loop: Int, email: String, _ answer: AuthenticationResponse) {
        self.server = server
        self.loop = loop
        self.email = email
        id = answer.user?.id ?? 0
        deviceID = answer.device?.id ?? 0
        token = answer.accessToken
        self.answer = answer
    }

    /// The same log-in, as another loop sees it.
    func asSeen(by loop: Int) -> TestPerson { TestPerson(server, loop: loop, email: email, answer) }

    /// A new account.
    static func register(_ server: WholeServer, loop: Int = 0) async throws -> TestPerson {
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        let email = "person\(number)@example.org"
        let answer: AuthenticationResponse = try await call(
            server, loop, "POST", "/v1/auth/register", RegisterRequest(email: email, password: password), token: nil)
        return TestPerson(server, loop: loop, email: email, answer)
    }

    /// The same person on another device.
    func onAnotherDevice(loop: Int) async throws -> TestPerson {
        let answer: AuthenticationResponse = try await Self.call(
            server, loop, "POST", "/v1/auth/login", LoginRequest(email: email, password: Self.password), token: nil)
        return TestPerson(server, loop: loop, email: email, answer)
    }

    // MARK: Sockets

    /// A socket in its session, with the heads of what happened since the cursor.
    func connect(inboxCursor: String = "", isBinary: Bool = false) async throws -> TestSocket {
        let socket = TestSocket(userID: id, deviceID: deviceID, isBinary: isBinary, clients: server.clients)
        try await socket.open(
            WebSocketClient.Options(
                endpoint: server.endpoint(loop: loop), target: "/v1/ws",
                headers: ["Authorization": "Bearer \(token)"],
                subprotocols: [isBinary ? "martlet.v1.proto" : "martlet.v1.json"]))
        socket.send(.sessionResume(SessionResume(inboxCursor: inboxCursor)))
        try await socket.until("heads") { received in
            let isComplete = received.frames.contains { frame in
                if case .syncHeads(let heads)? = frame.payload { !heads.more } else { false }
            }
            return isComplete ? () : nil
        }
        return socket
    }

    // MARK: HTTP

    /// Calls the server and throws `Refused` unless the status is a good one.
    @discardableResult
    func call<Answer: ProtobufMessage>(
        _ method: String, _ path: String, _ body: (some ProtobufMessage)? = Ping?.none
    ) async throws -> Answer {
        try await Self.call(server, loop, method, path, body, token: token)
    }

    private static func call<Answer: ProtobufMessage>(
        _ server: WholeServer, _ loop: Int, _ method: String, _ path: String, _ body: (some ProtobufMessage)?,
        token: String?
    ) async throws -> Answer {
        var headers: HTTPHeaders = ["Content-Type": "application/json"]
        if let token { headers.add("Authorization", "Bearer \(token)") }
        let request = HTTPRequest(method: method, target: path, headers: headers, body: body?.jsonBytes() ?? [])
        let response = try await HTTPClient.send(request, to: server.endpoint(loop: loop), on: server.clients)
        guard (200..<300).contains(response.status) else {
            throw Refused(status: response.status, error: (try? ErrorResponse(json: response.body))?.error)
        }
        return response.body.isEmpty ? Answer() : try Answer(json: response.body)
    }
}

/// An answer that is an error.
struct Refused: Error, CustomStringConvertible {
    let status: Int
    let error: ErrorBody?

    var code: ErrorCode? { error?.code }
    var description: String { "\(status) \(error?.message ?? "")" }
}
