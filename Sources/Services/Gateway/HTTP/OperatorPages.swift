internal import Cryptography
internal import HTTPCodec
internal import HTTPTransport
internal import Observability
internal import WireProtocol

/// Metrics and readiness on an address of their own, and nothing else. Confined to the loop that it is served on.
final class OperatorPages: HTTPApplication {
    private unowned let owner: GatewayLoop

    /// - Parameter owner: keeps the server whose application this is.
    init(owner: GatewayLoop) {
        self.owner = owner
    }

    func handle(_ request: HTTPRequest, _ exchange: HTTPExchange) {
        let shape = AnswerShape(of: request, in: owner.gateway)
        let pending = PendingAnswer(request, exchange, shape, call: "operator", caller: nil, in: owner.gateway)
        pending.attempt { () throws(HTTPFault) in
            guard ["GET", "HEAD"].contains(request.method) else {
                throw HTTPFault(.init(.methodNotAllowed), headers: ["Allow": "GET, HEAD"])
            }
            switch request.path {
            case "/readyz": owner.answerReadiness(pending)
            case "/metrics": pending.send(try owner.metrics(for: request, shape))
            default: throw HTTPFault(.init(.routeNotFound))
            }
        }
    }
}

extension GatewayLoop {
    /// The answer to `GET /metrics`, if the request may have it.
    func metrics(for request: HTTPRequest, _ shape: AnswerShape) throws(HTTPFault) -> HTTPResponse {
        if let token = gateway.http.metricsToken {
            // Digests are compared: how long that takes tells nothing of the token.
            let expected = SHA256.hash(Array("Bearer ".utf8) + token)
            guard let header = request.headers.first("authorization"), SHA256.hash(Array(header.utf8)) == expected
            else {
                throw HTTPFault(.init(.authRequired))
            }
        }
        return shape.text(200, gateway.registry.text(), type: "text/plain; version=0.0.4; charset=utf-8")
    }
}
