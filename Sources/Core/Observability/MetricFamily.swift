internal import Synchronization

/// Instruments of one name, told apart by labels. May be used from any thread.
///
/// Label values come from closed sets of ours (calls, error codes, stores), never from clients: each combination is a
/// time series that somebody stores.
public final class MetricFamily<Instrument: Sendable>: Sendable {
    /// Combinations of values. Stops a mistake in the label's source from filling memory: what is over is counted
    /// together.
    static var membersMax: Int { 1_024 }
    /// The value of every label of what is over.
    static var overflowValue: String { "other" }

    let labels: [String]
    private let make: @Sendable () -> Instrument
    private let members = Mutex<[[String]: Instrument]>([:])

    init(labels: [String], make: @escaping @Sendable () -> Instrument) {
        self.labels = labels
        self.make = make
    }

    /// The instrument with these values, made when it is first asked for.
    ///
    /// - Parameter values: one for each label, in their order.
    public subscript(_ values: String...) -> Instrument {
        precondition(values.count == labels.count, "a value for each label")
        return members.withLock { members in
            if let member = members[values] { return member }
            let key =
                members.count < Self.membersMax
                ? values : Array(repeating: Self.overflowValue, count: labels.count)
            if let member = members[key] { return member }
            let member = make()
            members[key] = member
            return member
        }
    }

    /// By rising label values.
    var sorted: [(values: [String], instrument: Instrument)] {
        members.withLock { $0 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { (values: $0.key, instrument: $0.value) }
    }
}
