import Protobuf
import Testing
import WireProtocol

@testable import Gateway

@Suite("Frames that cannot be read")
struct FrameFaultTests {
    /// What a client is told about a frame.
    private static func fault(_ frame: String) -> APIError? {
        do throws(ProtobufError) {
            _ = try ClientFrame(json: Array(frame.utf8))
            return nil
        } catch {
            return FrameFault.apiError(error)
        }
    }

    @Test("what is no frame at all is an invalid frame", arguments: ["", "hello", "[]", "{", #"{"type":"ping"} x"#])
    func noFrame(frame: String) {
        #expect(Self.fault(frame) == APIError(.frameInvalid))
    }

    @Test(
        "a frame of no known type is an invalid frame, and the type is named",
        arguments: ["{}", #"{"type":"sing"}"#, #"{"type":7}"#, #"{"payload":{}}"#])
    func unknownType(frame: String) {
        #expect(Self.fault(frame) == APIError(.frameInvalid, details: ErrorDetails(field: "type")))
    }

    @Test("a payload that is wrong is an invalid request, and its field is named as over HTTP")
    func wrongPayload() {
        #expect(Self.fault(#"{"type":"sync.pull","payload":{"chatId":"x"}}"#) == .invalid(field: "chatId"))
        #expect(
            Self.fault(#"{"type":"message.send","payload":{"content":{"text":7}}}"#) == .invalid(field: "content.text"))
        #expect(Self.fault(#"{"type":"sync.pull","payload":[]}"#) == .invalid(field: "payload"))
        #expect(Self.fault(#"{"type":"ping","id":7}"#) == .invalid(field: "id"))
    }

    @Test("a frame that can be read has no fault")
    func noFault() {
        #expect(Self.fault(#"{"type":"ping","id":"1"}"#) == nil)
    }
}
