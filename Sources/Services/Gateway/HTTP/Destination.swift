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
}
