/// What `martlet-bench store` has measured.
struct StoreReport: Sendable {
    let options: StoreOptions
    let alone: StoreRun.Part
    let beside: StoreRun.Part
    /// Of the first part.
    let commits: CommitTimes
    let checkedEntries: Int

    private func rate(_ count: Int, _ part: StoreRun.Part) -> Double {
        Double(count) / (Double(part.usage.clock) / 1e9)
    }

    private var processorPerAppend: String {
        Decimal.text(Double(alone.usage.tool) / 1e3 / Double(max(1, alone.appends)), places: 1)
    }

    private var entriesPerCommit: String {
        Decimal.text(Double(alone.appends) / Double(max(1, commits.count)), places: 1)
    }

    var text: String {
        """
        durable appends    \(Decimal.text(rate(alone.appends, alone), places: 0)) /s   (\(options.chats) chats, \
        \(options.rows) rows before, \(options.inFlight) in flight, \(options.textBytes) bytes, \
        \(options.cacheMebibytes) MiB cache, \(options.consumers) outbox rows each)
        append latency     \(Decimal.quantiles(alone.appendTimes))
        commits            \(entriesPerCommit) entries each; p50 at most \(commits.bound(of: 0.5)) s, p99 at most \
        \(commits.bound(of: 0.99)) s
        processor          \(processorPerAppend) µs an append, the writers' own included
        with \(options.readers) readers     \(Decimal.text(rate(beside.pages, beside), places: 0)) pages/s, \
        \(Decimal.quantiles(beside.pageTimes))
                           \(Decimal.text(rate(beside.appends, beside), places: 0)) durable appends/s beside them
        checked            \(checkedEntries) entries, every log without a gap
        """
    }

    var json: String {
        let members = [
            ("appendsPerSecond", Decimal.text(rate(alone.appends, alone), places: 1)),
            ("appendMicroseconds", Decimal.quantilesJSON(alone.appendTimes)),
            ("entriesPerCommit", entriesPerCommit),
            ("commitSecondsP50AtMost", "\"\(commits.bound(of: 0.5))\""),
            ("commitSecondsP99AtMost", "\"\(commits.bound(of: 0.99))\""),
            ("processorMicrosecondsPerAppend", processorPerAppend),
            ("pagesPerSecond", Decimal.text(rate(beside.pages, beside), places: 1)),
            ("pageMicroseconds", Decimal.quantilesJSON(beside.pageTimes)),
            ("appendsPerSecondBesideReaders", Decimal.text(rate(beside.appends, beside), places: 1)),
            ("checkedEntries", "\(checkedEntries)"),
        ]
        return "{\(members.map { #""\#($0.0)":\#($0.1)"# }.joined(separator: ","))}"
    }
}
