/// Why a counter was not recorded.
public enum CounterRefusal: Refusal {
    /// It was seen before.
    case replayed
    /// There are more gaps between the counters than are kept.
    case gaps

    public var cause: Cause {
        switch self {
        case .replayed: Cause("counter", "replayed")
        case .gaps: Cause("counter", "gaps")
        }
    }
}
