import Protobuf
import TestMessages

/// Answers requests: reads a message in one encoding, writes it in another.
struct Testee {
    private let types: ProtobufTypes

    init(_ messages: [any ProtobufMessage.Type]) {
        var types = ProtobufTypes.wellKnown
        types.insert(messages)
        self.types = types
    }

    func answer(_ request: TesteeRequest) -> TesteeResponse {
        guard let type = types[request.messageType] else {
            return TesteeResponse(result: .skipped("no such message: \(request.messageType)"))
        }
        let message: any ProtobufMessage
        do throws(ProtobufError) {
            switch request.payload {
            case .protobufPayload(let bytes)?: message = try type.init(protobuf: bytes)
            case .jsonPayload(let text)?: message = try type.init(json: Array(text.utf8), types: types)
            default: return TesteeResponse(result: .skipped("not this encoding"))
            }
        } catch {
            return TesteeResponse(result: .parseError("\(error.reason) in \(error.field ?? "-")"))
        }
        switch request.requestedOutputFormat {
        case .protobuf: return TesteeResponse(result: .protobufPayload(message.protobufBytes()))
        case .json:
            var writer = JSONWriter()
            writer.types = types
            message.writeJSON(to: &writer)
            guard writer.isFaithful else { return TesteeResponse(result: .serializeError("JSON cannot say this")) }
            return TesteeResponse(result: .jsonPayload(String(decoding: writer.bytes, as: UTF8.self)))
        default: return TesteeResponse(result: .skipped("not this encoding"))
        }
    }
}
