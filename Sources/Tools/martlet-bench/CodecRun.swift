internal import Glibc
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

    /// The processor time of this thread: what else runs on the machine does not count.
    private static func processorNanoseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Nanoseconds of one call of `work`, which says whether it did what it should so that it cannot be left out.
    private func median(_ work: () -> Bool) -> Double {
        let rounds = (0..<options.rounds).map { _ in
            let start = Self.processorNanoseconds()
            var done = 0
            for _ in 0..<options.iterations where work() { done += 1 }
            let elapsed = Self.processorNanoseconds() - start
            precondition(done == options.iterations)
            return Double(elapsed) / Double(options.iterations)
        }
        return rounds.sorted()[rounds.count / 2]
    }
}
