import Basics
import Communication
import WireProtocol

/// A chat of a test.
struct Room: Sendable {
    let id: ChatID
    let encryption: ChatEncryption

    static let none = Room(id: ChatID(4_711), encryption: .server)
}

extension Scene {
    /// A group, made by the first of the people.
    func group(
        _ people: [UserID], _ encryption: ChatEncryption = .server, name: String = ""
    ) async throws -> Room {
        try await room(.group, encryption, people, name: name)
    }

    /// Its owner is the first of the people.
    func channel(_ people: [UserID]) async throws -> Room {
        try await room(.channel, .server, people)
    }

    func direct(_ one: UserID, _ other: UserID) async throws -> Room {
        try await room(.direct, .e2ee, [one, other])
    }

    func create(
        _ type: ChatType, _ encryption: ChatEncryption, _ people: [UserID], name: String = "", id: UInt64? = nil
    ) async throws -> ChatCreation {
        try await ports.chats.create(
            NewChat(
                type: type, encryption: encryption, name: name, creator: people[0].caller,
                others: Array(people.dropFirst()), clientID: id.map(Self.clientID))
        ) { _ in }
    }

    private func room(
        _ type: ChatType, _ encryption: ChatEncryption, _ people: [UserID], name: String = ""
    ) async throws -> Room {
        let creation = try await create(type, encryption, people, name: name)
        guard let chat = creation.created?.chat else { throw UnexpectedCreation(creation: creation) }
        return Room(id: ChatID(chat.id), encryption: encryption)
    }
}

struct UnexpectedCreation: Error {
    let creation: ChatCreation
}
