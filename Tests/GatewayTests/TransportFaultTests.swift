import Testing
import WireProtocol

@testable import Gateway

@Suite("Requests that the transport refuses")
struct TransportFaultTests {
    @Test(
        "the sender learns whether to change the request or to wait",
        arguments: [
            (400, ErrorCode.requestInvalid), (408, .requestInvalid), (413, .requestTooLarge), (431, .requestInvalid),
            (501, .requestInvalid), (503, .serverOverloaded),
        ])
    func codes(status: Int, code: ErrorCode) {
        #expect(TransportFault.apiError(status: status).code == code)
    }

    @Test("a late answer says when to try again")
    func retry() {
        #expect(TransportFault.apiError(status: 503).retryAfterMilliseconds == 1_000)
    }
}
