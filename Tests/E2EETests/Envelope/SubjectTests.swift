import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

@Suite("What an envelope is about")
struct SubjectTests {
    private let now = Conversation.shared

    /// A message of the phone that Bob has opened.
    private func message(_ scheme: inout EnvelopeScheme<OpenSSL>) throws -> EnvelopeReference {
        var sender = Conversation.scheme
        let sealed = try sender.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
        return try scheme.open(
            sealed.content, at: Conversation.place(of: now.phone), from: now.phone, by: now.bobs
        ).reference
    }

    private func place(
        _ sender: TestDevice, _ kind: EnvelopeKind, _ target: Place.Target
    ) -> Place {
        Conversation.place(of: sender, clientID: [UInt8](repeating: 8, count: 16), kind: kind, target: target)
    }

    @Test("a profile and a message are about nothing", arguments: [EnvelopeKind.chat, .message])
    func nothing(_ kind: EnvelopeKind) throws {
        var (sender, receiver) = (Conversation.scheme, Conversation.scheme)
        let sealed = try sender.seal(
            Conversation.draft(kind: kind, clientID: [UInt8](repeating: 8, count: 16)), from: now.phone.local,
            for: now.roster)
        let opened = try receiver.open(
            sealed.content, at: place(now.phone, kind, .none), from: now.phone, by: now.bobs)
        #expect((opened.header.kind, opened.header.refersTo, opened.isTargetCompared) == (kind, nil, true))
    }

    @Test(
        "an edit and a reaction are compared with the message that the server says",
        arguments: [
            EnvelopeKind.edit, .reaction,
        ])
    func compared(_ kind: EnvelopeKind) throws {
        var receiver = Conversation.scheme
        let reference = try message(&receiver)
        // The other device of the same author.
        var sender = Conversation.scheme
        let sealed = try sender.seal(
            Conversation.draft(kind: kind, refersTo: reference, clientID: [UInt8](repeating: 8, count: 16)),
            from: now.laptop.local, for: now.roster)
        func open(_ target: Place.Target, _ scheme: inout EnvelopeScheme<OpenSSL>) throws(OpenRefusal) -> OpenedContent
        {
            try scheme.open(
                sealed.content, at: place(now.laptop, kind, target), from: now.laptop, by: now.bobs)
        }
        let others = [
            EnvelopeReference(authorID: now.bob.userID, clientID: reference.clientID, headerHash: reference.headerHash),
            EnvelopeReference(
                authorID: reference.authorID, clientID: [UInt8](repeating: 9, count: 16),
                headerHash: reference.headerHash),
            EnvelopeReference(
                authorID: reference.authorID, clientID: reference.clientID,
                headerHash: [UInt8](repeating: 9, count: 32)),
        ]
        for target in [.none] + others.map(Place.Target.known) {
            #expect(throws: OpenRefusal.target) { try open(target, &receiver) }
        }
        var other = receiver
        let early = try open(.unknown, &other)
        #expect((early.header.refersTo, early.isTargetCompared) == (reference, false))
        #expect(try open(.known(reference), &receiver).isTargetCompared)
    }

    @Test("an entry that is shown as of another kind is refused")
    func kinds() throws {
        let receiver = Conversation.scheme
        var opened = receiver
        let reference = try message(&opened)
        for kind in EnvelopeKind.allCases {
            var sender = Conversation.scheme
            let draft = Conversation.draft(
                kind: kind, refersTo: kind.hasReference ? reference : nil, clientID: [UInt8](repeating: 8, count: 16))
            let sealed = try sender.seal(draft, from: now.phone.local, for: now.roster)
            let target: Place.Target = kind.hasReference ? .known(reference) : .none
            for shown in EnvelopeKind.allCases {
                var scheme = receiver
                if shown == kind {
                    _ = try scheme.open(
                        sealed.content, at: place(now.phone, shown, target), from: now.phone, by: now.bobs)
                } else {
                    #expect(throws: OpenRefusal.kind) {
                        try scheme.open(
                            sealed.content, at: place(now.phone, shown, target), from: now.phone, by: now.bobs)
                    }
                }
            }
        }
    }

    @Test("the copy of an edit opens before and after its entry, and leaves no trace")
    func latestEdit() throws {
        var receiver = Conversation.scheme
        let reference = try message(&receiver)
        var sender = Conversation.scheme
        let edit = try sender.seal(
            Conversation.draft("Better", kind: .edit, refersTo: reference, clientID: [UInt8](repeating: 8, count: 16)),
            from: now.laptop.local, for: now.roster)
        func open(_ place: Place) throws(OpenRefusal) -> OpenedContent {
            try receiver.open(edit.content, at: place, from: now.laptop, by: now.bobs)
        }
        let copy = Place(latestEditOf: .known(reference), authorID: now.alice.userID)
        for _ in 0..<2 {
            let before = receiver
            #expect(try open(copy).content == Array("Better".utf8))
            #expect(receiver == before)
        }
        #expect(try !open(Place(latestEditOf: .unknown, authorID: now.alice.userID)).isTargetCompared)
        _ = try open(place(now.laptop, .edit, .known(reference)))
        #expect(try open(copy).missingCounterCount == 0)
        #expect(throws: OpenRefusal.counter(.replayed)) { try open(place(now.laptop, .edit, .known(reference))) }

        #expect(throws: OpenRefusal.sender) {
            try open(Place(latestEditOf: .known(reference), authorID: now.bob.userID))
        }
        let another = EnvelopeReference(
            authorID: now.alice.userID, clientID: [UInt8](repeating: 7, count: 16), headerHash: reference.headerHash)
        #expect(throws: OpenRefusal.target) {
            try open(Place(latestEditOf: .known(another), authorID: now.alice.userID))
        }
        #expect(throws: OpenRefusal.target) { try open(Place(latestEditOf: .none, authorID: now.alice.userID)) }
    }

    @Test("a message is no copy of an edit")
    func copiedMessage() throws {
        var (sender, receiver) = (Conversation.scheme, Conversation.scheme)
        let sealed = try sender.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
        #expect(throws: OpenRefusal.kind) {
            try receiver.open(
                sealed.content, at: Place(latestEditOf: .unknown, authorID: now.alice.userID), from: now.phone,
                by: now.bobs)
        }
    }
}
