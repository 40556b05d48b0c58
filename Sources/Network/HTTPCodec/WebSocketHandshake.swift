/// The opening handshake (RFC 6455 §4).
public enum WebSocketHandshake {
    /// A request that may be answered with an upgrade.
    public struct Accepted: Sendable, Equatable {
        /// For `Sec-WebSocket-Accept`.
        public let acceptKey: String
        /// The subprotocols the client offers, those it likes best first.
        public let subprotocols: [String]

        /// The client's favourite among `supported`; nil when it offers none of them.
        public func choose(from supported: [String]) -> String? { subprotocols.first(where: supported.contains) }
    }

    /// A request that must be refused.
    public struct Rejection: Error, Sendable, Equatable {
        /// 400, or 426 when the version is another one.
        public let status: Int
        public let reason: String
        /// To be added to the answer.
        public let headers: HTTPHeaders
    }

    /// Appended to the key before it is hashed (RFC 6455 §1.3).
    private static let magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

    /// Whether the request asks for a WebSocket at all, be it rightly or wrongly.
    public static func isUpgrade(_ request: HTTPRequest) -> Bool { request.headers.hasToken("upgrade", "websocket") }

    /// Checks an upgrade request (RFC 6455 §4.2.1).
    public static func check(_ request: HTTPRequest) throws(Rejection) -> Accepted {
        func refuse(_ reason: String) -> Rejection {
            Rejection(status: 400, reason: reason, headers: HTTPHeaders())
        }
        if request.method != "GET" { throw refuse("a WebSocket begins with GET") }
        if request.version != .http11 { throw refuse("a WebSocket begins with HTTP/1.1") }
        if !request.headers.hasToken("upgrade", "websocket") { throw refuse("Upgrade is not websocket") }
        if !request.headers.hasToken("connection", "upgrade") { throw refuse("Connection is not Upgrade") }
        if !request.body.isEmpty { throw refuse("an upgrade request with a body") }
        let versions = request.headers.all("sec-websocket-version")
        if versions != ["13"] {
            throw Rejection(
                status: 426, reason: "only WebSocket version 13 is spoken here",
                headers: ["Sec-WebSocket-Version": "13", "Upgrade": "websocket"])
        }
        let keys = request.headers.all("sec-websocket-key")
        guard keys.count == 1, Base64.decodedCount(keys[0]) == 16 else {
            throw refuse("Sec-WebSocket-Key is not 16 bytes in base 64")
        }
        let subprotocols = request.headers.tokens("sec-websocket-protocol")
        return Accepted(acceptKey: acceptKey(for: keys[0]), subprotocols: subprotocols)
    }

    /// What a server answers to `key`.
    public static func acceptKey(for key: String) -> String { Base64.encode(SHA1.hash(Array((key + magic).utf8))) }

    /// The bytes of the `101` answer.
    public static func response(
        _ accepted: Accepted, subprotocol: String?, headers: HTTPHeaders = HTTPHeaders()
    ) -> [UInt8] {
        var out: [UInt8] = []
        HTTPWriter.statusLine(101, to: &out)
        HTTPWriter.field("Upgrade", "websocket", to: &out)
        HTTPWriter.field("Connection", "Upgrade", to: &out)
        HTTPWriter.field("Sec-WebSocket-Accept", accepted.acceptKey, to: &out)
        if let subprotocol { HTTPWriter.field("Sec-WebSocket-Protocol", subprotocol, to: &out) }
        for field in headers.fields { HTTPWriter.field(field.name, field.value, to: &out) }
        HTTPWriter.endOfHead(to: &out)
        return out
    }

    // MARK: Client

    /// A key from 16 random bytes.
    public static func key(_ random: [UInt8]) -> String { Base64.encode(Array(random.prefix(16))) }

    /// The bytes of an upgrade request.
    public static func request(
        host: String, target: String, key: String, subprotocols: [String] = [], headers: HTTPHeaders = HTTPHeaders()
    ) -> [UInt8] {
        var fields: HTTPHeaders = [
            "Host": host, "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": key,
        ]
        if !subprotocols.isEmpty { fields.add("Sec-WebSocket-Protocol", subprotocols.joined(separator: ", ")) }
        for field in headers.fields { fields.add(field.name, field.value) }
        return HTTPRequestEncoder.encode(HTTPRequest(method: "GET", target: target, headers: fields))
    }

    /// Checks the answer to a request made with `key` (RFC 6455 §4.1). Returns the subprotocol, which must be one that
    /// was offered.
    public static func verify(
        _ response: HTTPResponse, key: String, offered: [String]
    ) throws(HTTPDecodeError) -> String? {
        guard response.status == 101 else {
            throw HTTPDecodeError(status: response.status, reason: "the server refused the WebSocket")
        }
        guard response.headers.hasToken("upgrade", "websocket"), response.headers.hasToken("connection", "upgrade"),
            response.headers.all("sec-websocket-accept") == [acceptKey(for: key)]
        else { throw .bad("the server's handshake does not answer ours") }
        if response.headers.first("sec-websocket-extensions") != nil { throw .bad("an extension nobody offered") }
        let chosen = response.headers.first("sec-websocket-protocol")
        if let chosen, !offered.contains(chosen) { throw .bad("a subprotocol nobody offered") }
        return chosen
    }
}
