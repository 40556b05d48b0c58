internal import Contracts

/// Finds the route of a method and path. Literal segments win over parameters.
struct RouteTable: Sendable {
    enum Match {
        case found(HTTPRoute, parameters: [(name: String, value: String)])
        /// The path exists; these are its methods.
        case otherMethods([String])
        case none
    }

    /// By the number of segments; within it, those with the earliest literals first.
    private let routes: [Int: [HTTPRoute]]

    init(_ routes: [HTTPRoute]) {
        self.routes = Dictionary(grouping: routes) { $0.path.count }
            .mapValues { $0.sorted(by: Self.precedes) }
    }

    func match(method: String, path: [String]) -> Match {
        var methods: [String] = []
        var best: HTTPRoute?
        for route in routes[path.count] ?? [] {
            guard let parameters = Self.bind(route.path, to: path) else { continue }
            // What is spelled out is no value of a parameter, whatever the method.
            if let best, !Self.isAlike(best, route) { continue }
            best = route
            if route.method == method { return .found(route, parameters: parameters) }
            if !methods.contains(route.method) { methods.append(route.method) }
        }
        return methods.isEmpty ? .none : .otherMethods(methods)
    }

    /// Whether both have literals in the same places.
    private static func isAlike(_ left: HTTPRoute, _ right: HTTPRoute) -> Bool {
        !precedes(left, right) && !precedes(right, left)
    }

    private static func precedes(_ left: HTTPRoute, _ right: HTTPRoute) -> Bool {
        for pair in zip(left.path, right.path) {
            switch pair {
            case (.literal, .parameter): return true
            case (.parameter, .literal): return false
            case (.literal, .literal), (.parameter, .parameter): continue
            }
        }
        return false
    }

    private static func bind(_ template: [HTTPRoute.Segment], to path: [String]) -> [(name: String, value: String)]? {
        var parameters: [(name: String, value: String)] = []
        for (segment, text) in zip(template, path) {
            switch segment {
            case .literal(let literal): guard literal == text else { return nil }
            case .parameter(let name): parameters.append((name, text))
            }
        }
        return parameters
    }
}
