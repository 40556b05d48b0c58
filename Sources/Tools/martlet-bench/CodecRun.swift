internal import Protobuf
internal import WireProtocol

/// Decodes and encodes one frame many times, in both encodings.
struct CodecRun {
    private let frame: CodecFrame
    private let options: CodecOptions

    init(_ frame: CodecFrame, _ options: CodecOptions) {
        self.frame = frame
        self.options = options
    }

    func measure() throws(BenchFailure) -> [CodecReport.Row] {
        switch frame {
        case .client(let name, let message): try measure(name, message)
        case .server(let name, let message): try measure(name, message)
        }
    }

    private func measure<Message: ProtobufMessage>(
        _ name: String, _ message: Message
    ) throws(BenchFailure) -> [CodecReport.Row] {
        let (binary, json) = (message.protobufBytes(), message.jsonBytes())
        guard (try? Message(protobuf: binary)) == message, (try? Message(json: json)) == message else {
            throw BenchFailure("\(name) does not come back as it was.")
        }
        var writer = BinaryWriter()
        var jsonWriter = JSONWriter()
        let binaryRow = CodecReport.Row(
            frame: name, encoding: "protobuf", byteCount: binary.count,
            decode: median { (try? Message(protobuf: binary)) != nil },
            encode: median {
                writer.reset()
                message.write(to: &writer)
                return writer.count > 0
            })
        let jsonRow = CodecReport.Row(
            frame: name, encoding: "JSON", byteCount: json.count,
            decode: median { (try? Message(json: json)) != nil },
            encode: median {
                jsonWriter.reset()
                message.writeJSON(to: &jsonWriter)
                return jsonWriter.count > 0
            })
        return [binaryRow, jsonRow]
    }

    private func median(_ work: () -> Bool) -> Double { options.median { _ in work() } }
}
