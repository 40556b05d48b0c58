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
        let admitted: Admitted
        do throws(HTTPFault) {
            admitted = try admit(request)
        } catch {
            return PendingAnswer(request, exchange, shape, call: Self.nothing, caller: nil, in: gateway).send(error)
        }
        let pending = PendingAnswer(
            request, exchange, shape, call: admitted.destination.name, caller: admitted.caller, in: gateway)
        switch admitted.destination {
        case .socket: pending.attempt { () throws(HTTPFault) in try openSocket(request, exchange, shape) }
        case .health: pending.send(shape.text(200, "alive\n"))
        case .readiness: answerReadiness(pending)
        case .metrics:
            pending.attempt { () throws(HTTPFault) in pending.send(try metrics(for: request, shape)) }
        case .file(let file), .document(let file): pending.send(shape.finish(file.response(to: request)))
        case .options(let methods): answerOptions(request, pending, methods)
        case .call(let route, let parameters): call(route, parameters, admitted, request, pending)
        }
    }

    func admit(_ head: HTTPRequest, from peerAddress: String) -> HTTPAdmission {
        do throws(HTTPFault) {
            let admitted = try admit(head)
            return admitted.caller == nil ? .readWithinBudget : .read
        } catch {
            return .refuse(refusal(error, of: head))
        }
    }

    /// The transport could not read a request.
    func failure(status: Int, reason: String) -> HTTPResponse {
        // Nothing of what was sent can be trusted to say how the answer is wanted.
        refusal(
            HTTPFault(TransportFault.apiError(status: status), status: status),
            of: HTTPRequest(method: "GET", target: "/"))
    }

    /// What metrics and logs call that which leads nowhere.
    private static let nothing = "none"

    /// An answer that the transport sends, to a request that goes no further.
    private func refusal(_ fault: HTTPFault, of head: HTTPRequest) -> HTTPResponse {
        gateway.metrics.failed(fault.error)
        let response = AnswerShape(of: head, in: gateway).fault(fault)
        gateway.metrics.answered(
            AnsweredRequest(
                method: "other", call: Self.nothing, status: response.status, nanoseconds: 0, requestBytes: 0,
                responseBytes: response.body.count, caller: nil))
        return response
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
        switch route.access {
        case .public: break
        case .optional: admitted.caller = try? caller(of: request)
        case .session:
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
        _ request: HTTPRequest, _ pending: PendingAnswer
    ) {
        let (shape, logger) = (pending.shape, gateway.logger)
        var context = CallContext(
            caller: admitted.caller, requestID: shape.requestID, userAgent: request.headers.first("user-agent"),
            trace: shape.trace, clientAddress: IPAddress(pending.exchange.peerAddress))
        context.refreshCookie = RefreshCookie.read(request, for: route, gateway.crossOrigin)
        let bound = HTTPRouteRequest(
            body: request.body, query: admitted.query, path: parameters, form: admitted.form, answerForm: shape.form)
        let mayCompress = !Self.answersWithSecrets(route)
        Task.immediate(executorPreference: loop.handle) { [context] in
            switch await GatewayLoop.answer(of: route, bound, context, in: pending.scope, logger) {
            case .success(let answer):
                var response = shape.message(answer.status, answer.body, mayCompress: mayCompress)
                RefreshCookie.add(to: &response, for: answer)
                pending.send(response)
            case .failure(let error): pending.send(HTTPFault(error))
            }
        }
    }

    private static func answer(
        of route: HTTPRoute, _ request: HTTPRouteRequest, _ context: CallContext, in scope: LogScope, _ logger: Logger
    ) async -> Result<HTTPRouteAnswer, APIError> {
        await LogScope.$current.withValue(scope) {
            do throws(APIError) {
                return .success(try await route.call(request, context))
            } catch {
                if error.code == .internal { logger.error("A call failed.", ["call": .system(route.name)]) }
                return .failure(error)
            }
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
        return try caller(of: String(parts[1]))
    }

    private func answerOptions(_ request: HTTPRequest, _ pending: PendingAnswer, _ methods: [String]) {
        var response = HTTPResponse(status: 204, headers: ["Allow": methods.joined(separator: ", ")])
        gateway.crossOrigin.addPreflight(to: &response, request, methods: methods)
        pending.send(pending.shape.finish(response))
    }

    func answerReadiness(_ pending: PendingAnswer) {
        let (isReady, isDraining) = (gateway.services.isReady, isDraining)
        Task.immediate(executorPreference: loop.handle) {
            let ready = await isReady() && !isDraining
            pending.send(ready ? pending.shape.text(200, "ready\n") : pending.shape.text(503, "not ready\n"))
        }
    }
}
