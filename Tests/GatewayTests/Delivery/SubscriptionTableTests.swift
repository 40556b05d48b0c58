import Basics
import TestSupport
import Testing

@testable import Gateway

@Suite("Who receives what on one loop")
struct SubscriptionTableTests {
    private let ada = UserID(1)
    private let bob = UserID(2)
    private let chat = ChatID(5)

    private func receiver(_ socket: UInt64, _ user: UserID) -> ChatRoute.Receiver {
        ChatRoute.Receiver(socket: SocketID(socket), user: user, device: DeviceID(socket * 10), fromSeq: 1)
    }

    private func newcomer(_ socket: UInt64, _ user: UserID) -> ChatRoute.Newcomer {
        ChatRoute.Newcomer(receiver: receiver(socket, user), seenSeq: 3, seenVersion: 1)
    }

    private var route: ChatRoute { ChatRoute(lastSeq: 3, memberVersion: 1, parkedMax: 8) }

    @Test("a socket stays with the user to whom it was attached first")
    func attaching() {
        var table = SubscriptionTable()
        table.attach(SocketID(1), user: ada)
        table.attach(SocketID(1), user: bob)
        #expect(table.sockets(of: ada) == [SocketID(1)])
        #expect(table.sockets(of: bob) == [])
    }

    @Test("a chat has one route, which goes with its last socket")
    func routes() {
        var table = SubscriptionTable()
        _ = table.subscribe(newcomer(1, ada), to: chat, route: route)
        _ = table.subscribe(newcomer(2, bob), to: chat, route: ChatRoute(lastSeq: 9, memberVersion: 9, parkedMax: 8))
        #expect(table.routes[chat]?.receivers.map(\.socket) == [SocketID(1), SocketID(2)])
        #expect(table.routes[chat]?.lastSeq == 3)
        table.detach(SocketID(1))
        #expect(table.routes[chat]?.receivers.map(\.socket) == [SocketID(2)])
        table.detach(SocketID(2))
        #expect(table.routes.isEmpty)
    }

    @Test("the last socket of a user tells who has gone")
    func lastSocket() {
        var table = SubscriptionTable()
        table.attach(SocketID(1), user: ada)
        table.attach(SocketID(2), user: ada)
        expect(table.detach(SocketID(1)), nil)
        expect(table.detach(SocketID(2)), ada)
        expect(table.detach(SocketID(2)), nil)
        #expect(table.sockets(of: ada) == [])
    }

    @Test("what a route let go is forgotten")
    func forgetting() {
        var table = SubscriptionTable()
        _ = table.subscribe(newcomer(1, ada), to: chat, route: route)
        table.routes[chat]?.unsubscribe(SocketID(1))
        table.forget([SocketID(1)], of: chat)
        #expect(table.routes.isEmpty)
    }

    @Test("those who watch somebody are told until their socket goes")
    func watching() {
        var table = SubscriptionTable()
        table.watch(bob, from: SocketID(1), as: .directChat)
        table.watch(bob, from: SocketID(3), as: .contact)
        #expect(table.watchers(of: bob) == [SocketID(1), SocketID(3)])
        table.detach(SocketID(1))
        #expect(table.watchers(of: bob) == [SocketID(3)])
        #expect(table.watchers(of: ada) == [])
    }

    @Test("one reason may go while another one holds")
    func reasons() {
        var table = SubscriptionTable()
        table.watch(bob, from: SocketID(1), as: .directChat)
        table.watch(bob, from: SocketID(1), as: .contact)
        table.unwatch(bob, from: SocketID(1), as: .contact)
        table.unwatch(bob, from: SocketID(2), as: .contact)
        #expect(table.isWatching(bob, from: SocketID(1)))
        table.unwatch(bob, from: SocketID(1), as: .directChat)
        #expect(!table.isWatching(bob, from: SocketID(1)))
        #expect(table.watchers(of: bob) == [])
    }
}
