internal import Basics
internal import Contracts
internal import EventLoop
internal import HTTPCodec
internal import HTTPTransport
internal import Observability
internal import WireProtocol

/// HTTP: every request finds its destination, its caller is proved, and its answer is shaped in one place.
extension GatewayLoop: HTTPApplication {
    func handle(_ request: HTTPRequest, _ exchange: HTTPExchange) {
        let shape = AnswerShape(of: request, in: gateway)
        do throws(HTTPFault) {
            let admitted = try admit(request)
            switch admitted.destination {
            case .socket: try openSocket(request, exchange, shape)
            case .health: exchange.respond(shape.text(200, "alive\n"))
            case .readiness: answerReadiness(exchange, shape)
            case .metrics:
                exchange.respond(
                    shape.text(200, gateway.registry.text(), type: "text/plain; version=0.0.4; charset=utf-8"))
            case .file(let file), .document(let file): exchange.respond(shape.finish(file.response(to: request)))
            case .options(let methods): answerOptions(request, exchange, shape, methods)
            case .call(let route, let parameters): call(route, parameters, admitted, request, exchange, shape)
            }
        } catch {
            gateway.metrics.errors.add()
            exchange.respond(shape.fault(error))
        }
    }

    func admit(_ head: HTTPRequest, from peerAddress: String) -> HTTPAdmission {
        do throws(HTTPFault) {
            let admitted = try admit(head)
            return admitted.caller == nil ? .readWithinBudget : .read
        } catch {
            gateway.metrics.errors.add()
            return .refuse(AnswerShape(of: head, in: gateway).fault(error))
        }
    }

    /// The transport could not read a request.
    func failure(status: Int, reason: String) -> HTTPResponse {
        gateway.metrics.errors.add()
        // Nothing of what was sent can be trusted to say how the answer is wanted.
        let shape = AnswerShape(of: HTTPRequest(method: "GET", target: "/"), in: gateway)
        return shape.fault(HTTPFault(TransportFault.apiError(status: status), status: status))
    }

    /// What a request's head has led to.
    private struct Admitted {
        let destination: Destination
        var caller: Caller?
        /// Of the body.
        var form = BodyForm.json
        var query: [(name: String, value: String)] = []
    }

    /// Everything that can be told from the head: where it goes, who asks, and whether its body can be read.
    private func admit(_ request: HTTPRequest) throws(HTTPFault) -> Admitted {
        var admitted = Admitted(destination: try gateway.router.find(request))
        guard case .call(let route, _) = admitted.destination else { return admitted }
        if route.access == .session {
            do throws(APIError) {
                admitted.caller = try caller(of: request)
            } catch {
                throw HTTPFault(error)
            }
        }
        if route.hasBody { admitted.form = try BodyNegotiation.form(of: request) }
        guard let query = request.queryItems else { throw .invalid(nil) }
        admitted.query = query
        return admitted
    }

    private func call(
        _ route: HTTPRoute, _ parameters: [(name: String, value: String)], _ admitted: Admitted,
        _ request: HTTPRequest, _ exchange: HTTPExchange, _ shape: AnswerShape
    ) {
        let context = CallContext(
            caller: admitted.caller, requestID: shape.requestID, userAgent: request.headers.first("user-agent"),
            trace: shape.trace, clientAddress: IPAddress(exchange.peerAddress))
        let bound = HTTPRouteRequest(
            body: request.body, query: admitted.query, path: parameters, form: admitted.form, answerForm: shape.form)
        let (metrics, logger, start) = (gateway.metrics, gateway.logger, MonotonicClock.system.nanoseconds())
        let mayCompress = !Self.answersWithSecrets(route)
        Task.immediate(executorPreference: loop.handle) {
            let response: HTTPResponse
            do throws(APIError) {
                let answer = try await route.call(bound, context)
                response = shape.message(answer.status, answer.body, mayCompress: mayCompress)
            } catch {
                metrics.errors.add()
                if error.code == .internal {
                    logger.error(
                        "A call failed.",
                        [
                            "call": .system(route.name), "request_id": .system(shape.requestID),
                            "trace_id": .system(shape.trace?.traceID ?? ""),
                        ])
                }
                response = shape.error(error)
            }
            metrics.requests.add()
            metrics.requestSeconds.observe(Double(MonotonicClock.system.nanoseconds() - start) / 1e9)
            exchange.respond(response)
        }
    }

    /// Tokens are in the answers of the calls that anybody may make, and of those below `/v1/auth`. See decision 15.
    private static func answersWithSecrets(_ route: HTTPRoute) -> Bool {
        route.access == .public || (route.path.count > 1 && route.path[1] == .literal("auth"))
    }

    /// The bearer of the request's access token (RFC 6750 §2.1).
    func caller(of request: HTTPRequest) throws(APIError) -> Caller {
        guard let header = request.headers.first("authorization") else { throw APIError(.authRequired) }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw APIError(.authInvalid) }
        return try gateway.verifier.verify(String(parts[1]))
    }

    private func answerOptions(
        _ request: HTTPRequest, _ exchange: HTTPExchange, _ shape: AnswerShape, _ methods: [String]
    ) {
        var response = HTTPResponse(status: 204, headers: ["Allow": methods.joined(separator: ", ")])
        gateway.crossOrigin.addPreflight(to: &response, request, methods: methods)
        exchange.respond(shape.finish(response))
    }

    private func answerReadiness(_ exchange: HTTPExchange, _ shape: AnswerShape) {
        let (isReady, isDraining) = (gateway.services.isReady, isDraining)
        Task.immediate(executorPreference: loop.handle) {
            let ready = await isReady() && !isDraining
            exchange.respond(ready ? shape.text(200, "ready\n") : shape.text(503, "not ready\n"))
        }
    }
}
