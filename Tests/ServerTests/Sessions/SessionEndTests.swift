import Basics
import Testing
import WireProtocol

extension WholeServerTests {
    @Suite("Sessions end, or nobody knows whether they have")
    struct SessionEndTests {
        private static func isRevocation(_ event: Event) -> Bool {
            if case .sessionsRevoked? = event.body { true } else { false }
        }

        /// The code with which a call is refused; nil when it is not.
        private static func refusal(of person: TestPerson) async throws -> ErrorCode? {
            do {
                let _: UserResponse = try await person.call("GET", "/v1/users/me")
                return nil
            } catch let refused as Refused {
                return refused.code
            }
        }

        private static func logOut(_ person: TestPerson) async throws {
            let _: LogoutResponse = try await person.call("POST", "/v1/auth/logout", LogoutRequest())
        }

        @Test("on every loop it is over once the log-out is answered")
        func everywhere() async throws {
            try await WholeServer.run { server in
                let ada = try await TestPerson.register(server, loop: 0)
                let socket = try await ada.connect()
                try await Self.logOut(ada)
                for loop in 0..<WholeServer.loopCount {
                    #expect(try await Self.refusal(of: ada.asSeen(by: loop)) == .authRevoked)
                }
                #expect(try await socket.closeCode() == 4003)
            }
        }

        @Test("when the event is lost, the log tells of it")
        func lostEvent() async throws {
            try await WholeServer.run { server in
                let ada = try await TestPerson.register(server, loop: 0)
                let laptop = try await ada.onAnotherDevice(loop: 1)
                let (socket, other) = (try await ada.connect(), try await laptop.connect())
                let lost = server.bus.loseNext(where: Self.isRevocation)
                try await Self.logOut(ada)
                _ = try await lost.all()
                #expect(try await Self.refusal(of: ada) == nil)
                try await server.keepSessions()
                #expect(try await Self.refusal(of: ada) == .authRevoked)
                #expect(try await socket.closeCode() == 4003)
                try await other.settle()
                #expect(try await Self.refusal(of: laptop) == nil)
            }
        }

        @Test("a gateway that could not read the log for too long answers nobody, until it can")
        func unknown() async throws {
            var limits = Limits()
            limits.revocationsStaleMilliseconds = 4_000
            try await WholeServer.run(limits: limits) { server in
                let ada = try await TestPerson.register(server, loop: 0)
                try await server.keepSessions()
                let socket = try await ada.connect()
                try await eventually("the gateway is out of date") {
                    try await Self.refusal(of: ada) == .authUnavailable
                }
                let id = socket.send(.ping(Ping()))
                guard case .error(let error) = try await socket.answer(to: id) else { throw DidNotAnswer() }
                #expect(error.code == .authUnavailable)
                #expect(error.retryAfterMs == 1_000)
                #expect(try await socket.closeCode() == 4013)
                try await server.keepSessions()
                #expect(try await Self.refusal(of: ada) == nil)
            }
        }

        @Test("a socket that is shown no fresh token for too long is closed")
        func noFreshToken() async throws {
            var limits = Limits()
            limits.socketTokenMilliseconds = 1_000
            try await WholeServer.run(limits: limits) { server in
                let ada = try await TestPerson.register(server, loop: 0)
                let socket = try await ada.connect()
                #expect(try await socket.closeCode() == 4001)
            }
        }

        @Test("a fresh token of the same session puts that off")
        func freshToken() async throws {
            try await WholeServer.run { server in
                let ada = try await TestPerson.register(server, loop: 0)
                let socket = try await ada.connect()
                let frame = ClientFrame.Payload.sessionRefresh(SessionRefresh(accessToken: ada.token))
                guard case .sessionRefreshed(let refreshed) = try await socket.ask(frame) else { throw DidNotAnswer() }
                #expect(refreshed.refreshBy != nil)
                try await socket.settle()
            }
        }
    }
}
