internal import Observability

/// What a gateway counts.
struct GatewayMetrics: Sendable {
    let requests: Counter
    let requestSeconds: Histogram
    let sockets: Gauge
    let framesReceived: Counter
    let messagesSent: Counter
    let deliverySeconds: Histogram
    let deliveries: Counter
    let errors: Counter
    let repairs: Counter
    let laggingSockets: Counter
    let slowConsumers: Counter
    let slowTicks: Counter

    init(_ registry: MetricRegistry) {
        requests = registry.counter("gateway_http_requests_total", help: "HTTP requests answered.")
        requestSeconds = registry.histogram(
            "gateway_http_request_duration_seconds", help: "Time from an HTTP request to its answer.")
        sockets = registry.gauge("gateway_ws_connections", help: "Open WebSockets.")
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
        errors = registry.counter("gateway_errors_total", help: "Calls and commands answered with an error.")
    }
}
