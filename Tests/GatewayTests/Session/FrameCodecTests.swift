import Protobuf
import Testing
import WireProtocol

@testable import Gateway

@Suite("The forms of frames")
struct FrameCodecTests {
    @Test(
        "the client's favourite of those that are spoken; JSON when it offers none",
        arguments: [
            ([], .json, nil), (["martlet.v1.json"], .json, "martlet.v1.json"),
            (["martlet.v1.proto", "martlet.v1.json"], .protobuf, "martlet.v1.proto"),
            (["other", "martlet.v1.json", "martlet.v1.proto"], .json, "martlet.v1.json"), (["other"], .json, nil),
        ] as [([String], FrameCodec, String?)])
    func choice(_ offered: [String], _ codec: FrameCodec, _ subprotocol: String?) {
        let chosen = FrameCodec.choose(from: offered)
        #expect(chosen.codec == codec)
        #expect(chosen.subprotocol == subprotocol)
    }

    @Test("what is written in a form is read in it, and in no other", arguments: FrameCodec.allCases)
    func roundTrip(codec: FrameCodec) throws {
        let frame = ClientFrame(id: "c1", payload: .typingStart(TypingCommand(chatID: 5)))
        let bytes = codec == .json ? frame.jsonBytes() : frame.protobufBytes()
        #expect(try bytes.withUnsafeBytes { try codec.decode($0) } == frame)
        let other: FrameCodec = codec == .json ? .protobuf : .json
        #expect(throws: ProtobufError.self) { try bytes.withUnsafeBytes { try other.decode($0) } }
    }
}
