import Contracts
import HTTPCodec
import Protobuf
import Synchronization
import Testing
import WireProtocol

@testable import Gateway

/// A client's request, taken apart by the server's own code, is the one that was made.
@Suite("Calls as clients make them")
struct APICallTests {
    /// Sends the request to a route of the same template, and gives what its service is asked.
    private func received<Request, Response>(
        _ call: APICall<Request, Response>, _ request: Request
    ) async throws -> Request? {
        let asked = Mutex<Request?>(nil)
        let route = HTTPRoute(
            method: call.method, path: call.path, name: call.name, access: .public, hasBody: call.hasBody,
            successStatus: 200
        ) { (request: Request, _) async throws(APIError) -> Pong in
            asked.withLock { $0 = request }
            return Pong()
        }
        let target = try #require(call.target(of: request))
        let http = HTTPRequest(method: call.method, target: target)
        let segments = try #require(http.pathSegments)
        guard case .found(let found, let parameters) = RouteTable([route]).match(method: call.method, path: segments)
        else { return nil }
        _ = try await found.call(
            HTTPRouteRequest(
                body: call.hasBody ? request.protobufBytes() : [], query: try #require(http.queryItems),
                path: parameters, form: .protobuf),
            CallContext(caller: nil, requestID: "test"))
        return asked.withLock { $0 }
    }

    @Test("what the path and the query hold arrives as it was", arguments: [0, 1, UInt64.max])
    func queries(number: UInt64) async throws {
        let page = GetMessagesRequest(chatID: 7, before: number, limit: 200)
        #expect(try await received(CommunicationCalls.getMessages, page) == page)
        let absent = GetMessagesRequest(chatID: number)
        #expect(try await received(CommunicationCalls.getMessages, absent) == absent)
    }

    @Test("text arrives as it was", arguments: ["a b+c", "ä&ö=ü?", "%2F/..", "👩‍👩‍👧", "\"\\\n"])
    func texts(text: String) async throws {
        let search = FindUsersRequest(query: text, cursor: text)
        #expect(try await received(IdentityCalls.findUsers, search) == search)
        let reaction = RemoveReactionRequest(id: "7.5", emoji: text)
        #expect(try await received(CommunicationCalls.removeReaction, reaction) == reaction)
    }

    @Test("a body and the path say the same")
    func bodies() async throws {
        let request = AddMembersRequest(chatID: 7, userIDs: [1, 2], role: .admin)
        #expect(try await received(CommunicationCalls.addMembers, request) == request)
    }

    @Test("only what was said stands in the query")
    func short() {
        #expect(CommunicationCalls.getChats.target(of: GetChatsRequest()) == "/v1/chats")
        #expect(CommunicationCalls.getChats.target(of: GetChatsRequest(limit: 5)) == "/v1/chats?limit=5")
    }

    @Test("an empty parameter of a path is no request")
    func empty() {
        #expect(CommunicationCalls.deleteMessage.target(of: DeleteMessageRequest()) == nil)
    }
}
