public import Basics
public import WireProtocol

extension HumanText.Flaw {
    /// What the client is told whose field this text is.
    public func apiError(field: String) -> APIError {
        switch self {
        case .tooLong(let limit): .invalid(field: field, limit: UInt64(limit))
        case .empty, .hidden, .marks: .invalid(field: field)
        }
    }
}
