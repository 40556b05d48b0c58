import E2EE
import E2EEOpenSSL
import FoundationEssentials
import SecureFormat

struct ToldReference: Codable {
    let authorId: UInt64
    let clientId: Data
    let headerHash: Data

    init(_ reference: EnvelopeReference) {
        authorId = reference.authorID
        clientId = Data(reference.clientID)
        headerHash = Data(reference.headerHash)
    }

    var reference: EnvelopeReference {
        EnvelopeReference(authorID: authorId, clientID: [UInt8](clientId), headerHash: [UInt8](headerHash))
    }
}

struct ToldHeader: Encodable {
    let clientId: Data
    let senderId: UInt64
    let senderDeviceId: UInt64
    let counter: UInt64
    let rosterVersion: UInt64
    let sentAt: UInt64
    let kind: UInt8
    let refersTo: ToldReference?

    init(_ header: EnvelopeHeader) {
        clientId = Data(header.clientID)
        (senderId, senderDeviceId) = (header.senderID, header.senderDeviceID)
        (counter, rosterVersion, sentAt) = (header.counter, header.rosterVersion, header.sentAt)
        kind = header.kind.rawValue
        refersTo = header.refersTo.map(ToldReference.init)
    }
}

struct ToldContent: Codable {
    struct Key: Codable {
        let deviceId: UInt64
        let key: Data
    }

    let ciphertext: Data
    let rosterVersion: UInt64
    let keys: [Key]

    init(_ content: SealedContent) {
        ciphertext = Data(content.ciphertext)
        rosterVersion = content.rosterVersion
        keys = content.keys.map { Key(deviceId: $0.deviceID, key: Data($0.key)) }
    }

    var content: SealedContent {
        SealedContent(
            ciphertext: [UInt8](ciphertext), rosterVersion: rosterVersion,
            keys: keys.map { DeviceKey(deviceID: $0.deviceId, key: [UInt8]($0.key)) })
    }
}

struct ToldPlace: Decodable {
    let clientId: Data?
    let senderId: UInt64
    let senderDeviceId: UInt64?
    let kind: UInt8
    let target: ToldReference?
    let isTargetUnknown: Bool

    func place() throws -> Place {
        let target: Place.Target = isTargetUnknown ? .unknown : target.map { .known($0.reference) } ?? .none
        guard let clientId, let senderDeviceId else { return Place(latestEditOf: target, authorID: senderId) }
        return Place(
            clientID: [UInt8](clientId), senderID: senderId, senderDeviceID: senderDeviceId,
            kind: try EnvelopeKind(told: kind), target: target)
    }
}

extension EnvelopeKind {
    init(told number: UInt8) throws {
        guard let kind = EnvelopeKind(rawValue: number) else { throw Testee.Mistake.noSuchKind(UInt64(number)) }
        self = kind
    }
}

/// Of a chat with this state, or one in which nothing was said yet.
func scheme(of chatId: UInt64, _ state: Data?) throws -> EnvelopeScheme<OpenSSL> {
    guard let state else { return EnvelopeScheme(chatID: chatId) }
    return try EnvelopeScheme(restoring: [UInt8](state), chatID: chatId)
}

struct Seal: Operation {
    struct ToldDraft: Decodable {
        let clientId: Data
        let kind: UInt8
        let refersTo: ToldReference?
        let sentAt: UInt64
        let content: Data
        let counter: UInt64?
    }

    let device: Int
    let chatId: UInt64
    let state: Data?
    let roster: ToldRoster
    let draft: ToldDraft

    struct Answer: Encodable {
        let content: ToldContent
        let counter: UInt64
        let reference: ToldReference
        let state: Data
    }

    func perform(by testee: inout Testee) throws -> Answer {
        var scheme = try scheme(of: chatId, state)
        let draft = Draft(
            clientID: [UInt8](draft.clientId), kind: try EnvelopeKind(told: draft.kind),
            refersTo: draft.refersTo?.reference, sentAt: draft.sentAt, content: [UInt8](draft.content),
            counter: draft.counter)
        let sealed = try scheme.seal(draft, from: try testee.device(device).keys, for: try roster.checked())
        return Answer(
            content: ToldContent(sealed.content), counter: sealed.counter,
            reference: ToldReference(sealed.reference), state: Data(try scheme.encodedState()))
    }
}

struct Open: Operation {
    let device: Int
    let chatId: UInt64
    let state: Data?
    let content: ToldContent
    let place: ToldPlace
    let sender: ToldDevice?
    let identityKey: Data?
    let roster: ToldRoster?

    struct Answer: Encodable {
        let header: ToldHeader
        let headerHash: Data
        let content: Data
        let missingCounters: UInt64
        let rosterDiffers: Bool?
        let isTargetCompared: Bool
        let state: Data
    }

    func perform(by testee: inout Testee) throws -> Answer {
        var scheme = try scheme(of: chatId, state)
        let opened = try scheme.open(
            content.content, at: try place.place(), from: sender?.record, identityKey: identityKey.map { [UInt8]($0) },
            by: try testee.device(device).keys, knowing: try roster?.checked())
        return Answer(
            header: ToldHeader(opened.header), headerHash: Data(opened.headerHash),
            content: Data(opened.content), missingCounters: opened.missingCounterCount,
            rosterDiffers: opened.rosterDiffers, isTargetCompared: opened.isTargetCompared,
            state: Data(try scheme.encodedState()))
    }
}
