import E2EEOpenSSL
import SecureFormat

@testable import E2EE

extension OpeningFault {
    static let place = [
        OpeningFault(30, "place.chat", "shown in another chat") { one, _ in one.chatID += 1 },
        OpeningFault(30, "place.chat", "signed for another chat", parts: ["chat"]) { one, _ in one.envelope.chatID += 1
        },
        OpeningFault(31, "place.client_id", "shown as another message", parts: ["place"]) { one, now in
            one.place = Conversation.place(of: now.phone, clientID: [UInt8](repeating: 9, count: 16))
        },
        OpeningFault(31, "place.client_id", "signed as another message") { one, _ in
            one.envelope.clientID = [UInt8](repeating: 9, count: 16)
        },
        OpeningFault(32, "place.sender", "shown as Bob's", parts: ["place"]) { one, now in
            one.place = Place(
                clientID: Conversation.clientID, senderID: now.bob.userID, senderDeviceID: now.phone.record.deviceID,
                kind: .message, target: .none)
        },
        OpeningFault(32, "place.sender", "signed as Bob's", parts: ["sender"]) { one, now in
            one.envelope.senderID = now.bob.userID
        },
        OpeningFault(33, "place.device", "shown as of another device", parts: ["place"]) { one, now in
            one.place = Conversation.place(of: now.laptop)
        },
        OpeningFault(33, "place.device", "signed as of another device", parts: ["device"]) { one, now in
            one.envelope.senderDeviceID = now.laptop.record.deviceID
        },
    ]

    static let counter = [
        OpeningFault(100, "counter.replayed", "opened before", parts: ["seen"]) { one, _ in
            one.envelope.counter = one.envelope.counter == 1 ? 5 : one.envelope.counter
            one.seen = [CounterRange(first: 2, last: 9)]
        },
        OpeningFault(100, "counter.gaps", "one gap more than is kept", parts: ["seen"]) { one, _ in
            one.seen = (1...1_024).map { CounterRange(first: 3 * $0, last: 3 * $0) }
        },
    ]

    static let subject = [
        OpeningFault(110, "place.kind", "shown as a profile", parts: ["place"]) { one, now in
            one.place = Conversation.place(of: now.phone, kind: .chat)
        },
        OpeningFault(111, "place.target", "shown as about a message that is not known", parts: ["place"]) { one, now in
            one.place = Conversation.place(of: now.phone, target: .unknown)
        },
        OpeningFault(111, "place.target", "shown as about a message", parts: ["place"]) { one, now in
            one.place = Conversation.place(
                of: now.phone,
                target: .known(
                    EnvelopeReference(
                        authorID: now.alice.userID, clientID: [UInt8](repeating: 3, count: 16),
                        headerHash: [UInt8](repeating: 4, count: 32))))
        },
    ]
}
