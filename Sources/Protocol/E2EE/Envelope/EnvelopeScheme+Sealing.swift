internal import SecureFormat

extension EnvelopeScheme {
    public mutating func seal(
        _ draft: Draft, from device: LocalDevice<Provider>, for roster: Roster<Provider>
    ) throws(SealRefusal) -> SealedMessage {
        guard roster.contains(device) else { throw .ownDevice }
        let counter = try counter(for: draft)
        let sealing = try EnvelopeSealing(draft, chatID: chatID, counter: counter, from: device, for: roster)
        let message = try sealing.message()
        if draft.counter == nil { state.nextCounter = counter + 1 }
        return message
    }

    private func counter(for draft: Draft) throws(SealRefusal) -> UInt64 {
        if let counter = draft.counter {
            guard counter < state.nextCounter else { throw .envelope(.counter) }
            return counter
        }
        guard EnvelopeHeader.counters.contains(state.nextCounter) else { throw .exhausted }
        return state.nextCounter
    }
}
