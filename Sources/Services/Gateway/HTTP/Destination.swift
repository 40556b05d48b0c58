internal import Contracts

/// What a request is for, found from its head alone.
enum Destination {
    case socket
    case health
    case readiness
    case metrics
    case call(HTTPRoute, parameters: [(name: String, value: String)])
    case file(StaticFile)
    case document(StaticFile)
    /// OPTIONS: which methods there are.
    case options([String])

    /// As metrics and logs name it: from a closed set, whatever clients ask for.
    var name: String {
        switch self {
        case .socket: "socket"
        case .health: "health"
        case .readiness: "readiness"
        case .metrics: "metrics"
        case .call(let route, _): route.name
        case .file: "file"
        case .document: "document"
        case .options: "options"
        }
    }
}
