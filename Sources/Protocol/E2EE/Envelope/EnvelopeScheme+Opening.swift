internal import SecureFormat

extension EnvelopeScheme {
    public mutating func open(
        _ content: SealedContent, at place: Place, from sender: DeviceRecord?, identityKey: [UInt8]?,
        by device: LocalDevice<Provider>, knowing roster: Roster<Provider>?
    ) throws(OpenRefusal) -> OpenedContent {
        let opening = try EnvelopeOpening<Provider>(content)
        let header = opening.envelope.header
        try place.check(header, chatID: chatID)
        try opening.checkSender(sender, identityKey: identityKey)
        let text = try opening.content(by: device)
        let ledger = try ledger(with: header, at: place)
        let isTargetCompared = try place.checkSubject(header)
        if !place.isCopy { keep(ledger, with: header, by: device) }
        return OpenedContent(
            header: header, headerHash: opening.headerHash, content: text,
            missingCounterCount: ledger.missingCount, rosterDiffers: roster?.differs(from: header),
            isTargetCompared: isTargetCompared)
    }

    private func ledger(with header: EnvelopeHeader, at place: Place) throws(OpenRefusal) -> CounterLedger {
        guard !place.isCopy else { return state.ledgers.ledger(of: header.senderDeviceID) }
        do throws(CounterRefusal) {
            return try state.ledgers.recording(header.counter, of: header.senderDeviceID)
        } catch {
            throw .counter(error)
        }
    }

    private mutating func keep(_ ledger: CounterLedger, with header: EnvelopeHeader, by device: LocalDevice<Provider>) {
        state.ledgers.keep(ledger, of: header.senderDeviceID)
        // This device has signed that counter, and its state does not know: it is an older one. Others would refuse
        // what is sealed with the same counter again.
        if header.senderDeviceID == device.deviceID, header.counter >= state.nextCounter {
            state.nextCounter = header.counter + 1
        }
    }
}

extension Roster {
    /// - Returns: nil when it was sealed for a roster of another version.
    fileprivate func differs(from header: EnvelopeHeader) -> Bool? {
        guard header.rosterVersion == version else { return nil }
        // Who has been let in by the server alone may know the hash, but is not in what the receiver knows.
        return header.rosterHash != hash || !contains(device: header.senderDeviceID, of: header.senderID)
    }
}
