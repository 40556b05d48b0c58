import Basics
import Testing

@testable import Gateway

@Suite("Who receives what")
struct SubscriptionTableTests {
    private let anna = UserID(1)
    private let ben = UserID(2)
    private let lobby = ChatID(10)
    private let office = ChatID(20)
    private let phone = SocketID(100)
    private let laptop = SocketID(200)

    /// Whether every dictionary in the table is empty.
    private func isEmpty(_ table: SubscriptionTable) -> Bool {
        Mirror(reflecting: table).children.allSatisfy { Mirror(reflecting: $0.value).children.isEmpty }
    }

    @Test("nobody receives anything at first")
    func initially() {
        let table = SubscriptionTable()
        #expect(table.sockets(of: anna).isEmpty)
        #expect(table.sockets(of: lobby).isEmpty)
        #expect(isEmpty(table))
    }

    @Test("a user has all sockets that were attached, in order")
    func attaching() {
        var table = SubscriptionTable()
        table.attach(phone, user: anna)
        table.attach(laptop, user: anna)
        #expect(table.sockets(of: anna) == [phone, laptop])
        #expect(table.sockets(of: ben).isEmpty)
    }

    @Test("a socket belongs to the user to whom it was attached first")
    func attachingTwice() {
        var table = SubscriptionTable()
        table.attach(phone, user: anna)
        table.attach(phone, user: anna)
        table.attach(phone, user: ben)
        #expect(table.sockets(of: anna) == [phone])
        #expect(table.sockets(of: ben).isEmpty)
        table.detach(phone)
        #expect(isEmpty(table))
    }

    @Test("a chat has its sockets, and subscribing twice changes nothing")
    func subscribing() {
        var table = SubscriptionTable()
        table.subscribe(phone, to: lobby)
        table.subscribe(laptop, to: lobby)
        table.subscribe(phone, to: lobby)
        table.subscribe(phone, to: office)
        #expect(table.sockets(of: lobby) == [phone, laptop])
        #expect(table.sockets(of: office) == [phone])
    }

    @Test("a socket that goes leaves the others where they are")
    func detaching() {
        var table = SubscriptionTable()
        for socket in [phone, laptop] {
            table.attach(socket, user: anna)
            table.subscribe(socket, to: lobby)
        }
        table.detach(phone)
        #expect(table.sockets(of: anna) == [laptop])
        #expect(table.sockets(of: lobby) == [laptop])
    }

    @Test("the last socket that goes leaves nothing behind")
    func detachingAll() {
        var table = SubscriptionTable()
        for socket in [phone, laptop] {
            table.attach(socket, user: anna)
            table.subscribe(socket, to: lobby)
            table.subscribe(socket, to: lobby)
            table.subscribe(socket, to: office)
        }
        #expect(!isEmpty(table))
        table.detach(phone)
        table.detach(laptop)
        #expect(isEmpty(table))
    }

    @Test("a socket that is not known can go")
    func detachingUnknown() {
        var table = SubscriptionTable()
        table.attach(phone, user: anna)
        table.detach(laptop)
        #expect(table.sockets(of: anna) == [phone])
    }
}
