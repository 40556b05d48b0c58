internal import Observability
internal import WireProtocol

/// Counts the entries of all chats by their kind.
struct EntryCounters: Sendable {
    private let counters: [EntryKind: Counter]

    init(_ registry: MetricRegistry) {
        let family = registry.counters(
            "communication_entries_total", help: "Durable entries of chats, by kind.", labels: "kind")
        // Found beforehand: the writer's thread, on which they are counted, has no time for it.
        let kinds: [EntryKind] = [.chat, .message, .edit, .delete, .reaction, .member]
        counters = Dictionary(
            uniqueKeysWithValues: kinds.map { ($0, family[$0.wireName?.description ?? "unspecified"]) })
    }

    func count(_ kind: EntryKind) { counters[kind]?.add() }
}
