import Contracts
import Testing
import WireProtocol

@testable import Gateway

@Suite("Finding a route")
struct RouteTableTests {
    private static func route(_ method: String, _ path: String) -> HTTPRoute {
        HTTPRoute(
            method: method, path: path, name: "\(method) \(path)", access: .public, hasBody: false, successStatus: 200
        ) { (_: Ping, _) async throws(APIError) -> Pong in Pong() }
    }

    /// The table with parameters first, so that the order given cannot be what makes literals win.
    private static let table = RouteTable([
        route("GET", "/v1/users/{id}"),
        route("DELETE", "/v1/users/{id}"),
        route("GET", "/v1/users/me"),
        route("PATCH", "/v1/users/me"),
        route("GET", "/v1/chats/{id}/messages"),
        route("POST", "/v1/chats/{id}/messages"),
        route("GET", "/v1/{kind}/all/{id}"),
        route("GET", "/v1/chats/{id}/{part}"),
        route("GET", "/v1/chats"),
    ])

    private static func words(_ path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }

    /// In words: the route's name and its parameters, the other methods, or nothing.
    private static func match(_ method: String, _ path: String) -> String {
        switch table.match(method: method, path: words(path)) {
        case .found(let route, let parameters):
            ([route.name] + parameters.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
        case .otherMethods(let methods): "only " + methods.joined(separator: ", ")
        case .none: "none"
        }
    }

    @Test("a literal wins over a parameter")
    func literalWins() {
        #expect(Self.match("GET", "/v1/users/me") == "GET /v1/users/me")
        #expect(Self.match("GET", "/v1/users/you") == "GET /v1/users/{id} id=you")
    }

    @Test("a path that is spelled out has its own methods only")
    func literalHasItsMethods() {
        #expect(Self.match("DELETE", "/v1/users/you") == "DELETE /v1/users/{id} id=you")
        #expect(Self.match("DELETE", "/v1/users/me") == "only GET, PATCH")
    }

    @Test("of two routes with as many literals, the one whose literal stands earlier wins")
    func earlierLiteralWins() {
        #expect(Self.match("GET", "/v1/chats/all/7") == "GET /v1/chats/{id}/{part} id=all part=7")
        #expect(Self.match("GET", "/v1/files/all/7") == "GET /v1/{kind}/all/{id} kind=files id=7")
    }

    @Test("the method chooses among routes of one path")
    func method() {
        #expect(Self.match("POST", "/v1/chats/7/messages") == "POST /v1/chats/{id}/messages id=7")
        #expect(Self.match("GET", "/v1/chats/7/messages") == "GET /v1/chats/{id}/messages id=7")
        #expect(Self.match("PATCH", "/v1/users/me") == "PATCH /v1/users/me")
    }

    @Test("a path that exists with other methods says which, each once")
    func otherMethods() {
        #expect(Self.match("DELETE", "/v1/chats") == "only GET")
        #expect(Self.match("DELETE", "/v1/users/me") == "only GET, PATCH")
        #expect(Self.match("PATCH", "/v1/users/7") == "only GET, DELETE")
        #expect(Self.match("get", "/v1/chats") == "only GET")
    }

    @Test(
        "a path of another length or other words is no route",
        arguments: ["/", "/v1", "/v1/chats/7", "/v2/users/me", "/v1/Users/me"])
    func none(path: String) {
        #expect(Self.match("GET", path) == "none")
    }

    @Test("a parameter takes one whole segment, also an empty one and one with a slash that was encoded")
    func parameters() {
        guard case .found(let route, let parameters) = Self.table.match(method: "GET", path: ["v1", "users", "a/b"])
        else {
            Issue.record("no route")
            return
        }
        #expect(route.name == "GET /v1/users/{id}")
        #expect(parameters.map(\.value) == ["a/b"])
    }
}
