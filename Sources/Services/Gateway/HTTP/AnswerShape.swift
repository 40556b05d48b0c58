internal import Basics
internal import Compression
internal import Contracts
internal import HTTPCodec
internal import Protobuf
internal import WireProtocol

/// What of a request shapes its answer, whatever the answer is.
struct AnswerShape: Sendable {
    let requestID: String
    let form: BodyForm
    /// What the client says about the trace it is in.
    let trace: TraceContext?
    /// The page that calls, if it may.
    private let origin: String?
    private let acceptsGzip: Bool
    private let gateway: Gateway

    /// Shorter bodies gain nothing: they fit into one packet as they are.
    static let compressedBytesMin = 1 << 10
    /// Longer ones would hold the loop for too long: at some 50 MB a second this is 5 ms.
    static let compressedBytesMax = 256 << 10
    /// Random bytes in the header of a compressed answer, at most; see decision 15.
    static let paddingBytesMax = 64

    init(of request: HTTPRequest, in gateway: Gateway) {
        self.gateway = gateway
        requestID = RequestID.of(request, random: gateway.random)
        form = BodyNegotiation.answerForm(for: request)
        trace = request.headers.first("traceparent").flatMap(TraceContext.init)
        origin = gateway.crossOrigin.origin(of: request)
        acceptsGzip = ContentCoding.choose(request, from: [.gzip, .identity]) == .gzip
    }

    /// - Parameter body: in `form`.
    func message(_ status: Int, _ body: [UInt8], mayCompress: Bool) -> HTTPResponse {
        var response = HTTPResponse(status: status, body: body)
        response.headers.add("Cache-Control", "no-store")
        if !body.isEmpty { response.headers.add("Content-Type", form.mediaType) }
        return finish(response, mayCompress: mayCompress)
    }

    func error(_ error: APIError) -> HTTPResponse { fault(HTTPFault(error)) }

    func fault(_ fault: HTTPFault) -> HTTPResponse {
        let message = ErrorResponse(error: fault.error.body(), requestID: requestID)
        let body = form == .json ? message.jsonBytes() : message.protobufBytes()
        var response = self.message(fault.status ?? fault.error.code.httpStatus, body, mayCompress: false)
        if response.status == 401 { response.headers.add("WWW-Authenticate", "Bearer") }
        if let milliseconds = fault.error.retryAfterMilliseconds {
            response.headers.add("Retry-After", String((milliseconds + 999) / 1_000))
        }
        for field in fault.headers.fields { response.headers.add(field.name, field.value) }
        return response
    }

    func text(_ status: Int, _ text: String, type: String = "text/plain; charset=utf-8") -> HTTPResponse {
        var response = HTTPResponse(status: status, body: Array(text.utf8))
        response.headers.add("Content-Type", type)
        response.headers.add("Cache-Control", "no-store")
        return finish(response, mayCompress: true)
    }

    /// Adds what every answer has.
    ///
    /// - Parameter mayCompress: whether the body holds no secret; see decision 15.
    func finish(_ response: HTTPResponse, mayCompress: Bool = false) -> HTTPResponse {
        var response = response
        response.headers.add("X-Request-Id", requestID)
        gateway.securityHeaders.add(to: &response)
        gateway.crossOrigin.add(to: &response, for: origin)
        if mayCompress { compress(&response) }
        return response
    }

    private func compress(_ response: inout HTTPResponse) {
        guard (Self.compressedBytesMin...Self.compressedBytesMax).contains(response.body.count) else { return }
        response.headers.add("Vary", "Accept-Encoding")
        guard acceptsGzip else { return }
        let random = gateway.random.bytes(Self.paddingBytesMax + 1)
        // A zero would end the padding; the digits of a number cannot be one.
        let padding = random.dropFirst().prefix(Int(random[0]) % (Self.paddingBytesMax + 1)).map { 0x61 + $0 % 26 }
        guard let body = Gzip.compress(response.body, level: Gzip.fastLevel, padding: padding) else { return }
        response.body = body
        response.headers.add("Content-Encoding", ContentCoding.gzip.rawValue)
    }
}
