internal import E2EE
internal import SecureFormat

/// Messages. The state of the scheme goes in and comes out: empty for a chat in which nothing was sealed or opened yet.
extension Calls {
    typealias Scheme = EnvelopeScheme<Keys.Provider>

    /// `roster → hash, ids of the devices`.
    mutating func checkRoster(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let bytes = try arguments.bytes()
        try arguments.finish()
        let roster = try rosters.roster(bytes)
        results.bytes(roster.hash)
        results.list(roster.devices) { $1.uint64($0.deviceID) }
    }

    /// `chatID, state, device, roster, draft → state, content, counter, reference`.
    mutating func seal(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        var scheme = try scheme(&arguments)
        let device = try localDevice(&arguments)
        let roster = try arguments.bytes()
        let draft = try arguments.draft()
        try arguments.finish()
        let checked = try rosters.roster(roster)
        let message = try refusing { () throws(SealRefusal) in try scheme.seal(draft, from: device, for: checked) }
        results.bytes(try state(of: scheme))
        results.bytes(message.content.ciphertext)
        results.uint64(message.content.rosterVersion)
        results.list(message.content.keys) {
            $1.uint64($0.deviceID)
            $1.bytes($0.key)
        }
        results.uint64(message.counter)
        results.reference(message.reference)
    }

    /// `chatID, state, device, one or no roster, content, place, one or no sender, one or no identity key of the sender
    /// → state, content, header, hash of the header, missing counters, whether the roster differs (0 no, 1 yes, 2
    /// nothing is known), whether the target was compared`.
    mutating func open(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        var scheme = try scheme(&arguments)
        let device = try localDevice(&arguments)
        let roster = try arguments.optional { (one: inout Arguments) throws(CallFailure) in try one.bytes() }
        let content = try arguments.content()
        let place = try arguments.place()
        let sender = try arguments.optional { (one: inout Arguments) throws(CallFailure) in try one.record() }
        let identityKey = try arguments.optional { (one: inout Arguments) throws(CallFailure) in try one.bytes() }
        try arguments.finish()
        // A roster that does not hold is no reason not to read what one was sent: it is as if none were known.
        let known = roster.flatMap { try? rosters.roster($0) }
        let opened = try refusing { () throws(OpenRefusal) in
            try scheme.open(
                content, at: place, from: sender, identityKey: identityKey, by: device, knowing: known)
        }
        results.bytes(try state(of: scheme))
        results.bytes(opened.content)
        results.header(opened.header)
        results.bytes(opened.headerHash)
        results.uint64(opened.missingCounterCount)
        results.uint8(opened.rosterDiffers.map { $0 ? 1 : 0 } ?? 2)
        results.flag(opened.isTargetCompared)
    }

    private func scheme(_ arguments: inout Arguments) throws(CallFailure) -> Scheme {
        let (chatID, state) = (try arguments.uint64(), try arguments.bytes())
        guard !state.isEmpty else { return Scheme(chatID: chatID) }
        return try refusing { () throws(StateRefusal) in try Scheme(restoring: state, chatID: chatID) }
    }

    private func state(of scheme: Scheme) throws(CallFailure) -> [UInt8] {
        do throws(FormatError) { return try scheme.encodedState() } catch { throw .damagedArguments }
    }

    private func localDevice(_ arguments: inout Arguments) throws(CallFailure) -> LocalDevice<Provider> {
        LocalDevice(
            userID: try arguments.uint64(), deviceID: try arguments.uint64(), signingKey: try signingKey(&arguments),
            unwrappingKey: try unwrappingKey(&arguments))
    }
}

extension Arguments {
    /// `clientID, kind, one or no reference, sentAt, content, one or no counter`.
    fileprivate mutating func draft() throws(CallFailure) -> Draft {
        Draft(
            clientID: try bytes(EnvelopeHeader.clientIDByteCount), kind: try kind(),
            refersTo: try optional { (one: inout Arguments) throws(CallFailure) in try one.reference() },
            sentAt: try uint64(), content: try bytes(),
            counter: try optional { (one: inout Arguments) throws(CallFailure) in try one.uint64() })
    }

    /// `ciphertext, rosterVersion, keys of devices`.
    fileprivate mutating func content() throws(CallFailure) -> SealedContent {
        SealedContent(
            ciphertext: try bytes(), rosterVersion: try uint64(),
            keys: try list { (one: inout Arguments) throws(CallFailure) in
                DeviceKey(deviceID: try one.uint64(), key: try one.bytes())
            })
    }

    /// `isCopy, senderID`, unless it is a copy `clientID, senderDeviceID, kind`, then `target`.
    fileprivate mutating func place() throws(CallFailure) -> Place {
        let (isCopy, senderID) = (try flag(), try uint64())
        if isCopy { return Place(latestEditOf: try target(), authorID: senderID) }
        return Place(
            clientID: try bytes(EnvelopeHeader.clientIDByteCount), senderID: senderID,
            senderDeviceID: try uint64(), kind: try kind(), target: try target())
    }

    private mutating func target() throws(CallFailure) -> Place.Target {
        switch try uint8() {
        case 0: return .none
        case 1: return .unknown
        case 2: return .known(try reference())
        default: throw .damagedArguments
        }
    }

    private mutating func kind() throws(CallFailure) -> EnvelopeKind {
        guard let kind = EnvelopeKind(rawValue: try uint8()) else { throw .damagedArguments }
        return kind
    }

    private mutating func reference() throws(CallFailure) -> EnvelopeReference {
        EnvelopeReference(
            authorID: try uint64(), clientID: try bytes(EnvelopeHeader.clientIDByteCount),
            headerHash: try bytes(EnvelopeHeader.hashByteCount))
    }
}

extension Results {
    fileprivate mutating func reference(_ reference: EnvelopeReference) {
        uint64(reference.authorID)
        bytes(reference.clientID)
        bytes(reference.headerHash)
    }

    /// `clientID, senderID, senderDeviceID, counter, rosterVersion, sentAt, kind, one or no reference`.
    fileprivate mutating func header(_ header: EnvelopeHeader) {
        bytes(header.clientID)
        uint64(header.senderID)
        uint64(header.senderDeviceID)
        uint64(header.counter)
        uint64(header.rosterVersion)
        uint64(header.sentAt)
        uint8(header.kind.rawValue)
        flag(header.refersTo != nil)
        if let refersTo = header.refersTo { reference(refersTo) }
    }
}
