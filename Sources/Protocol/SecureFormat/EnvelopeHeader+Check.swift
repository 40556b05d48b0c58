extension EnvelopeHeader {
    /// Whether its parts go together; whether they are true, only who opens it can tell.
    public func check() throws(EnvelopeRefusal) {
        for one in extensions where one.isCritical { throw .criticalExtension }
        guard Self.counters.contains(counter) else { throw .counter }
        guard kind.hasReference == (refersTo != nil) else { throw .reference }
        // Others react to a message; only its author edits it.
        if kind == .edit, refersTo?.authorID != senderID { throw .author }
    }
}
