internal import Protobuf

/// The JSON form: what can be read can be written and read again, and is the same in binary.
enum JSONTarget {
    static func run(_ input: [UInt8]) {
        guard let (type, bytes) = MessageTypes.chosen(by: input) else { return }
        check(type, bytes)
    }

    private static func check<Message: ProtobufMessage>(_ type: Message.Type, _ bytes: [UInt8]) {
        let message: Message
        switch withBlock(bytes, { read(type, $0) }) {
        case .success(let read): message = read
        case .failure(let error): return checkPath(error, bytes)
        }
        checkJSON(message)
        checkBinary(message)
        // White space around a document means nothing (RFC 8259 §2); anything else behind it is wrong.
        expect(withBlock([0x20, 0x0A] + bytes + [0x09], { try? Message(json: $0) }) == message, "white space matters")
        expect(withBlock(bytes + [0x7D], { try? Message(json: $0) }) == nil, "takes what follows the document")
    }

    private static func read<Message: ProtobufMessage>(
        _ type: Message.Type, _ bytes: UnsafeRawBufferPointer
    ) -> Result<Message, ProtobufError> {
        do throws(ProtobufError) { return .success(try Message(json: bytes)) } catch { return .failure(error) }
    }

    /// An error names a field of the message, never the input's own words.
    private static func checkPath(_ error: ProtobufError, _ bytes: [UInt8]) {
        guard let field = error.field else { return }
        expect(field.utf8.count < 400, "a path of \(field.utf8.count) bytes")
        expect(field.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "a path with strange characters: \(field)")
    }
}
