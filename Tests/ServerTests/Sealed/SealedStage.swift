import Testing
import WireProtocol

/// Ada and Bob with two devices each, whose keys have been announced, one on either loop, and their direct chat.
struct SealedStage: Sendable {
    struct Device: Sendable {
        let person: TestPerson
        let socket: TestSocket

        var id: UInt64 { person.deviceID }
    }

    let server: WholeServer
    let chat: UInt64
    let ada: [Device]
    let bob: [Device]

    var devices: [Device] { ada + bob }

    init(_ server: WholeServer) async throws {
        self.server = server
        ada = try await Self.devices(server, loop: 0)
        bob = try await Self.devices(server, loop: 1)
        chat = try await ada[0].person.newChat(with: [bob[0].person], type: .direct, encryption: .e2ee).id
        for device in devices { _ = try await device.socket.untilEntry(1, of: chat) }
    }

    private static func devices(_ server: WholeServer, loop: Int) async throws -> [Device] {
        let first = try await TestPerson.register(server, loop: loop)
        let second = try await first.onAnotherDevice(loop: 1 - loop)
        try await server.announce(first.deviceChange(version: 1), second.deviceChange(version: 1))
        return [
            Device(person: first, socket: try await first.connect()),
            Device(person: second, socket: try await second.connect()),
        ]
    }

    /// Another device of Bob's, with a socket; it has no keys yet.
    func bobsThirdDevice() async throws -> Device {
        let person = try await bob[0].person.onAnotherDevice(loop: 0)
        return Device(person: person, socket: try await person.connect())
    }

    func roster() async throws -> GetChatKeysResponse { try await ada[0].person.roster(of: chat) }

    func message(_ sealed: SealedContent, clientID: String = TestPerson.newClientID()) -> SendMessageRequest {
        SendMessageRequest(chatID: chat, clientID: clientID, content: sealed.content)
    }

    /// Ada seals something for the current roster and sends it from her first device.
    func say() async throws -> (sealed: SealedContent, accepted: MessageAccepted) {
        let sealed = SealedContent(for: try await roster())
        let accepted = try await ada[0].socket.accepted(ada[0].socket.send(.messageSend(message(sealed))))
        return (sealed, accepted)
    }

    /// Each of these devices received the entry with its own key only, or none if there is none for it.
    func expectAddressed(
        _ seq: UInt64, _ sealed: SealedContent, to devices: [Device], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        for device in devices {
            let entry = try await device.socket.untilEntry(seq, of: chat)
            #expect(entry.content == sealed.addressed(to: device.id), sourceLocation: sourceLocation)
        }
    }

    /// No frame that a device ever got has the key of another.
    func expectNoForeignKeys(
        _ sealed: SealedContent, in devices: [Device], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for device in devices {
            let texts = device.socket.received.now.texts
            for key in sealed.foreignKeyTexts(for: device.id) {
                #expect(!texts.contains { $0.contains(key) }, sourceLocation: sourceLocation)
            }
            #expect(device.socket.violations == [], sourceLocation: sourceLocation)
        }
    }
}

extension TestPerson {
    /// What Identity tells of this log-in's device.
    func deviceChange(version: UInt64, isActive: Bool = true) -> DeviceChanged {
        DeviceChanged(
            userID: id, deviceID: deviceID, version: version, isActive: isActive,
            encryptionKey: Array("encryption \(deviceID)".utf8), signingKey: Array("signing \(deviceID)".utf8),
            certificate: Array("certificate \(deviceID)".utf8))
    }

    func roster(of chat: UInt64) async throws -> GetChatKeysResponse {
        try await call("GET", "/v1/chats/\(chat)/keys")
    }
}
