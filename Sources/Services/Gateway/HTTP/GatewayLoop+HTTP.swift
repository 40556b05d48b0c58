internal import Basics
internal import Contracts
internal import EventLoop
internal import HTTPCodec
internal import HTTPTransport
internal import Observability
internal import WireProtocol

/// HTTP: every request finds its route, its caller is proved, and its answer is written by one function.
extension GatewayLoop: HTTPApplication {
    func handle(_ request: HTTPRequest, _ exchange: HTTPExchange) {
        let requestID = RequestID.of(request, random: gateway.random)
        guard let path = request.pathSegments else {
            return answer(exchange, .invalid(field: nil), requestID: requestID)
        }
        switch request.path {
        case "/v1/ws": return openSocket(request, exchange, requestID: requestID)
        case "/healthz", "/readyz", "/metrics": return answerOperations(request, exchange, requestID: requestID)
        default: break
        }
        switch gateway.routes.match(method: request.method, path: path) {
        case .found(let route, let parameters):
            call(route, parameters, request, exchange, requestID: requestID)
        case .otherMethods(let methods):
            refuseMethod(exchange, allowed: methods, requestID: requestID)
        case .none:
            answerFile(request, exchange, requestID: requestID)
        }
    }

    /// The transport could not read a request.
    func failure(status: Int, reason: String) -> HTTPResponse {
        let requestID = Hexadecimal.encode(gateway.random.bytes(8))
        gateway.metrics.errors.add()
        var response = Answers.error(TransportFault.apiError(status: status), requestID: requestID)
        response.status = status
        return response
    }

    private func call(
        _ route: HTTPRoute, _ parameters: [(name: String, value: String)], _ request: HTTPRequest,
        _ exchange: HTTPExchange, requestID: String
    ) {
        var context = CallContext(caller: nil, requestID: requestID, userAgent: request.headers.first("user-agent"))
        if route.access == .session {
            do throws(APIError) {
                context.caller = try caller(of: request)
            } catch {
                return answer(exchange, error, requestID: requestID)
            }
        }
        guard let query = request.queryItems else {
            return answer(exchange, .invalid(field: nil), requestID: requestID)
        }
        let bound = HTTPRouteRequest(body: request.body, query: query, path: parameters)
        let (metrics, logger, start) = (gateway.metrics, gateway.logger, MonotonicClock.system.nanoseconds())
        Task.immediate(executorPreference: loop.handle) {
            let response: HTTPResponse
            do throws(APIError) {
                let answer = try await route.call(bound, context)
                response = Answers.json(answer.status, answer.body, requestID: requestID)
            } catch {
                metrics.errors.add()
                if error.code == .internal {
                    logger.error("A call failed.", ["call": .system(route.name), "request_id": .system(requestID)])
                }
                response = Answers.error(error, requestID: requestID)
            }
            metrics.requests.add()
            metrics.requestSeconds.observe(Double(MonotonicClock.system.nanoseconds() - start) / 1e9)
            exchange.respond(response)
        }
    }

    /// The bearer of the request's access token (RFC 6750 §2.1).
    func caller(of request: HTTPRequest) throws(APIError) -> Caller {
        guard let header = request.headers.first("authorization") else { throw APIError(.authRequired) }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw APIError(.authInvalid) }
        return try gateway.verifier.verify(String(parts[1]))
    }

    func answer(_ exchange: HTTPExchange, _ error: APIError, requestID: String) {
        gateway.metrics.errors.add()
        exchange.respond(Answers.error(error, requestID: requestID))
    }

    private func refuseMethod(_ exchange: HTTPExchange, allowed: [String], requestID: String) {
        gateway.metrics.errors.add()
        var response = Answers.error(APIError(.methodNotAllowed), requestID: requestID)
        response.headers.add("Allow", allowed.sorted().joined(separator: ", "))
        exchange.respond(response)
    }

    private func answerFile(_ request: HTTPRequest, _ exchange: HTTPExchange, requestID: String) {
        guard var response = gateway.files.response(path: request.path) else {
            return answer(exchange, APIError(.routeNotFound), requestID: requestID)
        }
        guard request.method == "GET" || request.method == "HEAD" else {
            return refuseMethod(exchange, allowed: ["GET", "HEAD"], requestID: requestID)
        }
        response.headers.add("X-Request-Id", requestID)
        exchange.respond(response)
    }

    private func answerOperations(_ request: HTTPRequest, _ exchange: HTTPExchange, requestID: String) {
        guard request.method == "GET" || request.method == "HEAD" else {
            return refuseMethod(exchange, allowed: ["GET", "HEAD"], requestID: requestID)
        }
        var response: HTTPResponse
        switch request.path {
        case "/healthz": response = Answers.text(200, "alive\n")
        case "/metrics":
            response = Answers.text(200, gateway.registry.text(), type: "text/plain; version=0.0.4; charset=utf-8")
        default: return answerReadiness(exchange, requestID: requestID)
        }
        response.headers.add("X-Request-Id", requestID)
        exchange.respond(response)
    }

    private func answerReadiness(_ exchange: HTTPExchange, requestID: String) {
        let (isReady, isDraining) = (gateway.services.isReady, isDraining)
        Task.immediate(executorPreference: loop.handle) {
            let ready = await isReady() && !isDraining
            var response = ready ? Answers.text(200, "ready\n") : Answers.text(503, "not ready\n")
            response.headers.add("X-Request-Id", requestID)
            exchange.respond(response)
        }
    }
}
