/// The closed registry of error codes: the enum of the contract whose values have an HTTP status.
struct ErrorRegistry {
    struct Code {
        let name: String
        let status: UInt32
        let summary: String

        init(_ value: EnumValueDescriptor) {
            name = value.wireName
            status = value.options.httpStatus
            summary = value.options.summary
        }

        /// The status of gRPC that goes with the one of HTTP.
        var grpcStatus: (name: String, number: Int) {
            switch status {
            case 400: ("INVALID_ARGUMENT", 3)
            case 401: ("UNAUTHENTICATED", 16)
            case 403: ("PERMISSION_DENIED", 7)
            case 404: ("NOT_FOUND", 5)
            case 405: ("UNIMPLEMENTED", 12)
            case 409: ("FAILED_PRECONDITION", 9)
            case 413: ("OUT_OF_RANGE", 11)
            case 429: ("RESOURCE_EXHAUSTED", 8)
            case 503: ("UNAVAILABLE", 14)
            default: ("INTERNAL", 13)
            }
        }

        /// Whether the same request, unchanged, may succeed later.
        var isRetryable: Bool { status == 429 || status >= 500 }
    }

    let codes: [Code]

    init(_ files: [FileDescriptor]) throws(GeneratorError) {
        let registries = files.flatMap(\.enums).filter { $0.values.contains { $0.options.httpStatus != 0 } }
        guard registries.count == 1, let registry = registries.first else {
            throw GeneratorError("There must be exactly one enum whose values have an http_status.")
        }
        codes = registry.values.map { Code($0) }
    }

    func code(_ name: String) throws(GeneratorError) -> Code {
        guard let code = codes.first(where: { $0.name == name }) else {
            throw GeneratorError("\(name) is not a code of the error registry.")
        }
        return code
    }

    /// The table for people.
    func markdown() -> String {
        var text = """
            <!-- Generated from proto/martlet/v1/errors.proto. Do not edit: see dev/generate-proto.sh. -->
            # Error codes

            The closed registry: clients switch on `code`, which never changes its meaning once it is released. Over
            HTTP the body is `{"error": {"code", "message", "details"?, "retryAfterMs"?}, "requestId"}`; in sockets the
            payload of an `error` frame is the inner object with `requestId`; over gRPC the code is `ErrorInfo.reason`.

            "Again" says whether the same request, unchanged, may succeed later: wait for `Retry-After` or
            `retryAfterMs`.

            | code | HTTP | gRPC | again | what it means |
            |---|---|---|---|---|

            """
        for code in codes.sorted(by: { $0.name < $1.name }) {
            let again = code.isRetryable ? "yes" : "no"
            text += "| `\(code.name)` | \(code.status) | `\(code.grpcStatus.name)` | \(again) | \(code.summary) |\n"
        }
        return text
    }
}
