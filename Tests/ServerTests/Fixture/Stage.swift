import Testing
import WireProtocol

/// Three people with a socket each: Ada, who rules, on one loop, Bob and Eve together on the other. All of them are
/// connected before there is any chat.
struct Stage: Sendable {
    struct Role: Sendable {
        let person: TestPerson
        let socket: TestSocket

        init(_ server: WholeServer, loop: Int) async throws {
            person = try await TestPerson.register(server, loop: loop)
            socket = try await person.connect()
        }
    }

    let server: WholeServer
    let ada: Role
    let bob: Role
    let eve: Role

    init(_ server: WholeServer) async throws {
        self.server = server
        ada = try await Role(server, loop: 0)
        bob = try await Role(server, loop: 1)
        eve = try await Role(server, loop: 1)
    }

    /// A group of Ada's that the server may read, of which everybody in it has heard.
    func group(with others: Role...) async throws -> UInt64 {
        let chat = try await ada.person.newChat(with: others.map(\.person))
        for role in [ada] + others { _ = try await role.socket.untilUpdate(of: chat.id) }
        for role in [ada] + others { _ = try await role.socket.untilEntry(chat.lastSeq, of: chat.id) }
        return chat.id
    }

    func lastSeq(of chat: UInt64) async throws -> UInt64 { try await ada.person.chat(chat).lastSeq }

    /// No connection has seen the promise about order broken.
    func expectOrder(sourceLocation: SourceLocation = #_sourceLocation) {
        for role in [ada, bob, eve] {
            #expect(role.socket.violations == [], sourceLocation: sourceLocation)
        }
    }

    /// Ada says something: these get it live, and nobody else does.
    func expectMessage(
        in chat: UInt64, for receivers: [Role], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let accepted = try await ada.socket.say("and on", in: chat)
        for role in receivers { _ = try await role.socket.untilEntry(accepted.seq, of: chat) }
        for role in [bob, eve] where !receivers.contains(where: { $0.person.id == role.person.id }) {
            // It would have been written before the receiver's on the same loop was, or in the same turn.
            try await role.socket.settle()
            #expect(
                !role.socket.received.now.hasEntry(accepted.seq, of: chat), "not a member any more",
                sourceLocation: sourceLocation)
        }
        expectOrder(sourceLocation: sourceLocation)
    }
}
