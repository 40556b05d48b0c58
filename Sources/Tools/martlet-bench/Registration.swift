internal import EventLoop
internal import HTTPCodec
internal import HTTPTransport
internal import Protobuf
internal import WireProtocol

/// Makes the people and their chats, over HTTP.
struct Registration: Sendable {
    /// Pairs made at a time: enough to keep the server's password hashing busy, few enough to not be turned away.
    private static let width = 4

    let endpoint: HTTPEndpoint
    let loop: LoopHandle
    /// Several runs meet on one server.
    private let run = UInt32.random(in: .min ... .max)

    init(endpoint: HTTPEndpoint, loop: LoopHandle) {
        self.endpoint = endpoint
        self.loop = loop
    }

    func register(pairs: Int) async throws(BenchFailure) -> [PairAccount] {
        let results = await withTaskGroup(of: Result<PairAccount, BenchFailure>.self) { group in
            var results: [Result<PairAccount, BenchFailure>] = []
            for index in 0..<pairs {
                if index >= Self.width, let result = await group.next() {
                    results.append(result)
                    if case .failure = result { break }
                }
                group.addTask { await pair(index) }
            }
            for await result in group { results.append(result) }
            return results
        }
        var accounts: [PairAccount] = []
        for result in results { accounts.append(try result.get()) }
        return accounts
    }

    private func pair(_ index: Int) async -> Result<PairAccount, BenchFailure> {
        do throws(BenchFailure) {
            let writer = try await person("w\(index)")
            let reader = try await person("r\(index)")
            guard let readerID = reader.user?.id else { throw BenchFailure("registered, but no user came back") }
            let chat = try await chat(with: readerID, token: writer.accessToken)
            return .success(
                PairAccount(
                    index: index, chatID: chat.id, lastSeq: chat.lastSeq, writerToken: writer.accessToken,
                    readerToken: reader.accessToken))
        } catch {
            return .failure(error)
        }
    }

    private func person(_ name: String) async throws(BenchFailure) -> AuthenticationResponse {
        let name = "b\(String(run, radix: 36))\(name)"
        let request = RegisterRequest(
            email: "\(name)@bench.example", password: "a password for \(name)", username: name)
        let body = try await post("/v1/auth/register", request.jsonBytes(), token: nil)
        return try decode(body)
    }

    private func chat(with member: UInt64, token: String) async throws(BenchFailure) -> Chat {
        let request = CreateChatRequest(type: .group, memberIDs: [member], name: "bench", encryption: .server)
        let response: CreateChatResponse = try decode(try await post("/v1/chats", request.jsonBytes(), token: token))
        guard let chat = response.chat else { throw BenchFailure("created a chat, but none came back") }
        return chat
    }

    private func post(_ target: String, _ body: [UInt8], token: String?) async throws(BenchFailure) -> [UInt8] {
        var headers: HTTPHeaders = ["Content-Type": "application/json"]
        if let token { headers.add("Authorization", "Bearer \(token)") }
        let request = HTTPRequest(method: "POST", target: target, headers: headers, body: body)
        let response: HTTPResponse
        do {
            response = try await HTTPClient.send(request, to: endpoint, on: loop)
        } catch {
            throw BenchFailure("POST \(target): \(error)")
        }
        guard response.status == 201 else {
            throw BenchFailure("POST \(target): \(response.status) \(String(decoding: response.body, as: UTF8.self))")
        }
        return response.body
    }

    private func decode<Message: ProtobufMessage>(_ body: [UInt8]) throws(BenchFailure) -> Message {
        do {
            return try Message(json: body)
        } catch {
            throw BenchFailure("cannot read the server's answer: \(error)")
        }
    }
}
