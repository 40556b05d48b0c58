internal import SecureFormat

extension Place {
    /// Whether the sender has signed that it is here and from whom the server says.
    func check(_ header: EnvelopeHeader, chatID: UInt64) throws(OpenRefusal) {
        guard header.chatID == chatID else { throw .chat }
        if let clientID, header.clientID != clientID { throw .clientID }
        guard header.senderID == senderID else { throw .sender }
        if let senderDeviceID, header.senderDeviceID != senderDeviceID { throw .device }
    }

    /// Whether the sender has signed that it is what the server says, about what the server says.
    ///
    /// - Returns: whether the message that it is about could be compared, if it is about one.
    func checkSubject(_ header: EnvelopeHeader) throws(OpenRefusal) -> Bool {
        guard header.kind == kind else { throw .kind }
        switch (target, header.refersTo) {
        case (.none, nil):
            return true
        case (.unknown, .some):
            return false
        case (.known(let message), .some(let reference)) where message == reference:
            return true
        default:
            throw .target
        }
    }
}
