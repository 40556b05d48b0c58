internal import Observability
internal import WireProtocol

/// What a gateway counts.
struct GatewayMetrics: Sendable {
    let sockets: Gauge
    private let socketsClosed: MetricFamily<Counter>
    let framesReceived: Counter
    let messagesSent: Counter
    let deliverySeconds: Histogram
    let deliveries: Counter
    let repairs: Counter
    let laggingSockets: Counter
    let slowConsumers: Counter
    let slowTicks: Counter
    private let requests: MetricFamily<Counter>
    private let requestSeconds: MetricFamily<Histogram>
    private let errors: MetricFamily<Counter>
    private let knownTokens: Counter
    private let newTokens: Counter

    init(_ registry: MetricRegistry) {
        requests = registry.counters(
            "gateway_http_requests_total", help: "HTTP requests answered.", labels: "call", "status")
        requestSeconds = registry.histograms(
            "gateway_http_request_duration_seconds", help: "Time from an HTTP request to its answer.", labels: "call")
        errors = registry.counters(
            "gateway_errors_total", help: "Calls and commands answered with an error.", labels: "code")
        let checks = registry.counters(
            "gateway_token_checks_total", help: "Access tokens checked: remembered ones are hits.", labels: "cache")
        (knownTokens, newTokens) = (checks["hit"], checks["miss"])
        sockets = registry.gauge("gateway_ws_connections", help: "Open WebSockets.")
        socketsClosed = registry.counters(
            "gateway_ws_closed_total", help: "WebSockets that have closed; code 0: without a close frame.",
            labels: "code")
        framesReceived = registry.counter("gateway_ws_frames_received_total", help: "Frames received from clients.")
        messagesSent = registry.counter(
            "gateway_msg_sent_total", help: "Messages accepted from sockets after their durable commit.")
        deliverySeconds = registry.histogram(
            "gateway_delivery_duration_seconds", help: "Time from an entry's creation to its delivery on a loop.")
        deliveries = registry.counter("gateway_deliveries_total", help: "Entries queued to sockets.")
        repairs = registry.counter(
            "gateway_route_repairs_total", help: "Chats read from the log since an event or a membership was missed.")
        laggingSockets = registry.counter(
            "gateway_ws_lagging_total", help: "Sockets that read too slowly and were told to pull what they missed.")
        slowConsumers = registry.counter(
            "gateway_ws_slow_consumers_total", help: "Sockets closed since their client hardly read, or not at all.")
        slowTicks = registry.counter(
            "gateway_slow_ticks_total", help: "Ticks of an event loop that took so long that publishers were slowed.")
    }

    func answered(_ request: AnsweredRequest) {
        requests[request.call, String(request.status)].add()
        requestSeconds[request.call].observe(Double(request.nanoseconds) / 1e9)
    }

    func tokenChecked(wasKnown: Bool) {
        (wasKnown ? knownTokens : newTokens).add()
    }

    func failed(_ error: APIError) {
        errors[error.code.wireName?.description ?? "unknown"].add()
    }

    /// - Parameter code: RFC 6455 §7.4. Only those of the standard and our own are told apart: clients may send any.
    func closed(_ code: UInt16?) {
        let isOurs = code.flatMap(CloseCode.init) != nil
        let isKnown = code.map { (1_000...1_015).contains($0) || isOurs } ?? true
        socketsClosed[isKnown ? String(code ?? 0) : "other"].add()
    }
}
