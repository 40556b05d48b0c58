import Protobuf
import TestMessages
import Testing
import WireProtocol

@Suite struct FrameTests {
    private let pull = ClientFrame(id: "1", payload: .syncPull(SyncPull(chatID: 7, limit: 50)))

    @Test func framesLookLikeTheContractSays() {
        #expect(
            json(pull) == #"{"type":"sync.pull","id":"1","payload":{"chatId":"7","limit":50}}"#)
        #expect(json(ClientFrame(payload: .ping(Ping()))) == #"{"type":"ping","payload":{}}"#)
        #expect(
            json(ServerFrame(replyTo: "1", payload: .pong(Pong()))) == #"{"type":"pong","replyTo":"1","payload":{}}"#)
        #expect(
            json(ServerFrame(payload: .sessionGoingAway(SessionGoingAway(reconnectAfterMs: 5)))).hasPrefix(
                #"{"type":"session.going_away","payload":{"#))
    }

    @Test func framesComeBack() throws {
        #expect(try ServerFrame(json: Samples.frame.jsonBytes()) == Samples.frame)
        #expect(try ServerFrame(protobuf: Samples.frame.protobufBytes()) == Samples.frame)
    }

    @Test(arguments: [
        #"{"type":"sync.pull","id":"1","payload":{"chatId":"7","limit":50}}"#,
        #"{"payload":{"chatId":"7","limit":50},"id":"1","type":"sync.pull"}"#,
        #"{"id":"1","payload": {"chatId":"7","limit":50} ,"type":"sync.pull"}"#,
        #"{"type":"ping","payload":{"chatId":"9"},"id":"1","type":"sync.pull","payload":{"chatId":7,"limit":50}}"#,
        #"{"type":"ping","payload":{"chatId":"7","limit":50},"id":"1","type":"sync.pull"}"#,
        #"{"payload":5,"payload":{"chatId":"7","limit":50},"id":"1","type":"sync.pull"}"#,
        #"{"id":"1","ty\u0070e":"sync\u002epull","payload":{"chatId":"7","limit":50}}"#,
    ])
    func keysComeInAnyOrder(text: String) throws {
        #expect(try ClientFrame(json: text) == pull)
    }

    @Test(arguments: [
        #"{"type":"sync.pull"}"#, #"{"type":"sync.pull","payload":null}"#, #"{"payload":null,"type":"sync.pull"}"#,
        #"{"type":"sync.pull","payload":{"chatId":"7"},"payload":null}"#, #"{"type":"sync.pull","payload":{}}"#,
    ])
    func missingPayloadsAreEmpty(text: String) throws {
        #expect(try ClientFrame(json: text) == ClientFrame(payload: .syncPull(SyncPull())))
    }

    @Test(arguments: [
        "{}", #"{"type":"x"}"#, #"{"type":""}"#, #"{"id":"1","payload":{}}"#, #"{"payload":{},"type":"session.ready"}"#,
        #"{"type":"ping","type":"x"}"#, #"{"syncPull":{}}"#,
    ])
    func unknownTypes(text: String) {
        #expect(
            failure(reading: ClientFrame.self, from: text) == ProtobufError(.unknownFrameType, field: "type"))
    }

    @Test(arguments: [
        (#"{"type":"sync.pull","payload":{"chatId":"x"}}"#, ProtobufError(.invalidNumber, field: "chatId")),
        (#"{"payload":{"chatId":"x"},"type":"sync.pull"}"#, ProtobufError(.invalidNumber, field: "chatId")),
        (
            #"{"type":"message.send","payload":{"content":{"text":1}}}"#,
            ProtobufError(.wrongType, field: "content.text")
        ),
        (#"{"type":"ping","payload":5}"#, ProtobufError(.wrongType, field: "payload")),
        (#"{"payload":5,"type":"ping"}"#, ProtobufError(.wrongType, field: "payload")),
        (#"{"type":5}"#, ProtobufError(.wrongType, field: "type")),
        (#"{"type":null}"#, ProtobufError(.wrongType, field: "type")),
        (#"{"type":"ping","id":5}"#, ProtobufError(.wrongType, field: "id")),
        (#"{"type":"ping"} 5"#, ProtobufError(.trailingBytes)),
    ])
    func faults(text: String, error: ProtobufError) {
        #expect(failure(reading: ClientFrame.self, from: text) == error)
    }

    @Test func payloadsCountAsNested() {
        func frame(_ depth: Int, typeFirst: Bool) -> String {
            let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            let payload = "\"payload\":{\"x\":\(arrays)}"
            return typeFirst ? "{\"type\":\"ping\",\(payload)}" : "{\(payload),\"type\":\"ping\"}"
        }
        for typeFirst in [true, false] {
            let deepest = frame(ProtobufLimits.nestingDepth - 2, typeFirst: typeFirst)
            #expect(failure(reading: ClientFrame.self, from: deepest) == nil)
            let tooDeep = frame(ProtobufLimits.nestingDepth - 1, typeFirst: typeFirst)
            #expect(failure(reading: ClientFrame.self, from: tooDeep)?.reason == .tooDeep)
        }
    }

    @Test(arguments: [
        (#"{"id":"a"}"#, "a"), (#"{"type":"x","payload":{"id":"b","chatId":[]},"id":"a"}"#, "a"),
        (#"{"payload":{"id":"b"}}"#, nil), (#"{"id":5}"#, nil), (#"{"id":"a""#, nil), (#"{"id":"a"}}"#, nil),
        (#"{"id":"\ud800"}"#, nil), ("[]", nil), ("", nil), (#"{"i\u0064":"\u0061"}"#, "a"),
    ])
    func idsOfWrongFrames(text: String, id: String?) {
        let found = Array(text.utf8).withUnsafeBytes { ClientFrame.peekID(json: $0) }
        #expect(found == id)
    }

    @Test func payloadsKnowTheirType() {
        #expect(ServerFrame.Payload.messageNew(MessageNew()).frameType.description == "message.new")
    }
}
