internal import Contracts
internal import HTTPCodec
internal import WireProtocol

/// Finds the destination of a request.
struct Router: Sendable {
    private let routes: RouteTable
    private let files: StaticFiles
    private let documents: [String: StaticFile]
    /// Whether `/metrics` and `/readyz` are here, and not at an address of their own.
    private let servesOperators: Bool

    /// Methods that HTTP knows (RFC 9110 §9.3, RFC 5789). Of others the server says that it does not know them.
    static let knownMethods: Set<String> = [
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE",
    ]

    init(
        routes: RouteTable, files: StaticFiles, documents: [String: StaticFile], servesOperators: Bool = true
    ) {
        self.servesOperators = servesOperators
        self.routes = routes
        self.files = files
        self.documents = documents
    }

    func find(_ request: HTTPRequest) throws(HTTPFault) -> Destination {
        guard Self.knownMethods.contains(request.method) else {
            throw HTTPFault(.init(.methodNotAllowed), status: 501)
        }
        // For the server as a whole (RFC 9110 §9.3.7).
        if request.path == "*" { return .options(Self.offered(["GET", "POST", "PUT", "PATCH", "DELETE"])) }
        guard let path = request.pathSegments else { throw .invalid(nil) }
        if let fixed = fixed(request.path) { return try take(request.method, ["GET"], fixed) }
        // HEAD is GET without the body, which the transport leaves out.
        switch routes.match(method: request.method == "HEAD" ? "GET" : request.method, path: path) {
        case .found(let route, let parameters): return .call(route, parameters: parameters)
        case .otherMethods(let methods): return try take(request.method, methods, nil)
        case .none: break
        }
        guard let file = files.file(path: request.path) else { throw HTTPFault(.init(.routeNotFound)) }
        return try take(request.method, ["GET"], .file(file))
    }

    private func fixed(_ path: String) -> Destination? {
        switch path {
        case "/v1/ws": .socket
        case "/healthz": .health
        case "/readyz" where servesOperators: .readiness
        case "/metrics" where servesOperators: .metrics
        default: documents[path].map { .document($0) }
        }
    }

    /// - Parameter destination: for the methods that are allowed; nil when the method is known not to be one.
    private func take(
        _ method: String, _ methods: [String], _ destination: Destination?
    ) throws(HTTPFault) -> Destination {
        let offered = Self.offered(methods)
        if method == "OPTIONS" { return .options(offered) }
        if let destination, offered.contains(method) { return destination }
        throw HTTPFault(.init(.methodNotAllowed), headers: ["Allow": offered.joined(separator: ", ")])
    }

    private static func offered(_ methods: [String]) -> [String] {
        (methods + (methods.contains("GET") ? ["HEAD"] : []) + ["OPTIONS"]).sorted()
    }
}
