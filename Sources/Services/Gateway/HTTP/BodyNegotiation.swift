internal import Contracts
internal import HTTPCodec

/// In which form a request's body stands, and its answer's is wanted (RFC 9110 §12).
enum BodyNegotiation {
    private static let json = "application/json"
    /// The first is what we write.
    private static let protobuf = ["application/x-protobuf", "application/protobuf"]

    /// The form of the request's body: JSON when it does not say. Throws 415 for a type or character set that is not
    /// read here.
    static func form(of request: HTTPRequest) throws(HTTPFault) -> BodyForm {
        guard let text = request.headers.first("content-type") else { return .json }
        guard let type = HTTPMediaType(text), let form = form(named: type.name),
            type.charset == nil || type.charset == "utf-8"
        else { throw .invalid("Content-Type", status: 415) }
        return form
    }

    /// The form of the answer: what `Accept` likes best, the request's own form when it likes both alike or says
    /// nothing. A client that takes neither gets JSON rather than 406: it may still make out what went wrong.
    static func answerForm(for request: HTTPRequest) -> BodyForm {
        let own = (try? form(of: request)) ?? .json
        let values = request.headers.all("accept")
        if values.isEmpty { return own }
        let accepted = HTTPQualityList(values)
        let wildcards = ["application/*", "*/*"]
        let forJSON = accepted.quality(json, wildcards: wildcards) ?? 0
        let forProtobuf = protobuf.map { accepted.quality($0, wildcards: wildcards) ?? 0 }.max() ?? 0
        if forJSON == forProtobuf { return forJSON == 0 ? .json : own }
        return forJSON > forProtobuf ? .json : .protobuf
    }

    private static func form(named name: String) -> BodyForm? {
        if name == json { return .json }
        return protobuf.contains(name) ? .protobuf : nil
    }
}
