internal import Basics
internal import Contracts
internal import HTTPCodec
internal import HTTPTransport
internal import Observability

/// A request on its way to its answer. Every answer leaves through here, and is counted and logged once.
struct PendingAnswer: Sendable {
    let exchange: HTTPExchange
    let shape: AnswerShape
    /// What was asked for, as metrics and logs name it.
    let call: String
    let caller: Caller?
    private let gateway: Gateway
    private let method: String
    private let requestBytes: Int
    private let startedAt: UInt64

    init(
        _ request: HTTPRequest, _ exchange: HTTPExchange, _ shape: AnswerShape, call: String, caller: Caller?,
        in gateway: Gateway
    ) {
        self.exchange = exchange
        self.shape = shape
        self.call = call
        self.caller = caller
        self.gateway = gateway
        method = Router.knownMethods.contains(request.method) ? request.method : "other"
        requestBytes = request.body.count
        startedAt = MonotonicClock.system.nanoseconds()
    }

    /// Which request a line of the log belongs to.
    var scope: LogScope { LogScope(requestID: shape.requestID, traceID: shape.trace?.traceID) }

    func send(_ response: HTTPResponse) {
        note(response)
        exchange.respond(response)
    }

    func send(_ fault: HTTPFault) {
        gateway.metrics.failed(fault.error)
        send(shape.fault(fault))
    }

    /// Sends the fault that the body throws.
    func attempt(_ body: () throws(HTTPFault) -> Void) {
        do throws(HTTPFault) {
            try body()
        } catch {
            send(error)
        }
    }

    /// Counts and logs an answer that leaves by another way.
    func note(_ response: HTTPResponse) {
        let answered = AnsweredRequest(
            method: method, call: call, status: response.status,
            nanoseconds: MonotonicClock.system.nanoseconds() - startedAt, requestBytes: requestBytes,
            responseBytes: response.body.count, caller: caller)
        gateway.metrics.answered(answered)
        LogScope.$current.withValue(scope) { gateway.accessLog.note(answered) }
    }
}
