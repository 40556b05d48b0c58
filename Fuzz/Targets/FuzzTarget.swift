internal import Glibc

/// Every decoder that reads what strangers send. A seed corpus of the same name stands in `Fuzz/Corpus`.
enum FuzzTarget: String, CaseIterable {
    case httpRequest = "http-request"
    case httpResponse = "http-response"
    case httpChunked = "http-chunked"
    case field
    case proxy
    case webSocket = "websocket"
    case utf8
    case protobuf
    case json
    case frame
    case token
    case certificate
    case humanText = "human-text"
    case envelope
    case opening
    case maliciousSender = "malicious-sender"
    case atRest = "at-rest"
    case file
    case keyText = "key-text"
    case canary

    static let chosen: FuzzTarget = {
        let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
        if let target = FuzzTarget(rawValue: name) { return target }
        complain("FUZZ_TARGET must be one of: \(allCases.map(\.rawValue).joined(separator: " "))\n")
        exit(2)
    }()

    func run(_ input: [UInt8]) {
        switch self {
        case .httpRequest: HTTPRequestTarget.run(input)
        case .httpResponse: HTTPResponseTarget.run(input)
        case .httpChunked: HTTPChunkedTarget.run(input)
        case .field: FieldTarget.run(input)
        case .proxy: ProxyTarget.run(input)
        case .webSocket: WebSocketTarget.run(input)
        case .utf8: UTF8Target.run(input)
        case .protobuf: ProtobufTarget.run(input)
        case .json: JSONTarget.run(input)
        case .frame: FrameTarget.run(input)
        case .token: TokenTarget.run(input)
        case .certificate: CertificateTarget.run(input)
        case .humanText: HumanTextTarget.run(input)
        case .envelope: EnvelopeTarget.run(input)
        case .opening: OpeningTarget.run(input)
        case .maliciousSender: MaliciousSenderTarget.run(input)
        case .atRest: AtRestTarget.run(input)
        case .file: FileTarget.run(input)
        case .keyText: KeyTextTarget.run(input)
        case .canary: CanaryTarget.run(input)
        }
    }
}
