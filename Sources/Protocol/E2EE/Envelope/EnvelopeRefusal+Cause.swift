public import SecureFormat

extension EnvelopeRefusal: Refusal {
    public var cause: Cause { Cause("envelope", problem) }

    private var problem: StaticString {
        switch self {
        case .malformed(let error): error.problem
        case .criticalExtension: "extension"
        case .kind: "kind"
        case .counter: "counter"
        case .reference: "reference"
        case .author: "author"
        }
    }
}
