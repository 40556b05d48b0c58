internal import Protobuf

/// The binary form: what can be read can be written and read again, and is the same in JSON.
enum ProtobufTarget {
    static func run(_ input: [UInt8]) {
        guard let (type, bytes) = MessageTypes.chosen(by: input) else { return }
        check(type, bytes)
    }

    private static func check<Message: ProtobufMessage>(_ type: Message.Type, _ bytes: [UInt8]) {
        guard let message = withBlock(bytes, { try? Message(protobuf: $0) }) else { return }
        checkBinary(message)
        checkMerge(message, bytes)
        checkAcross(message)
    }

    /// What stands twice counts as the second over the first (proto3: the last one wins, messages merge): an empty
    /// message in front changes nothing.
    private static func checkMerge<Message: ProtobufMessage>(_ message: Message, _ bytes: [UInt8]) {
        var merged = Message()
        let isRead = withBlock(Message().protobufBytes() + bytes) { block in
            var reader = BinaryReader(block)
            return (try? merged.merge(from: &reader)) != nil
        }
        expect(isRead && merged == message, "behind an empty message it is another: \(merged) was \(message)")
    }
}

/// Not everything that can be read has a form in JSON, such as a time after the year 9999, and JSON drops fields that
/// are unknown; what has a form comes back the same.
func checkAcross<Message: ProtobufMessage>(_ message: Message) {
    let written = message.jsonBytes()
    guard let again = try? Message(json: written) else { return }
    expect(again.jsonBytes() == written, "\(again) was \(message)")
    checkBinary(again)
}

func checkBinary<Message: ProtobufMessage>(_ message: Message) {
    let written = message.protobufBytes()
    guard let again = withBlock(written, { try? Message(protobuf: $0) }) else {
        return expect(false, "cannot read what was written of \(message)")
    }
    expect(again == message, "\(again) was \(message)")
    expect(again.protobufBytes() == written, "written otherwise the second time: \(message)")
}

func checkJSON<Message: ProtobufMessage>(_ message: Message) {
    let written = message.jsonBytes()
    expect(String(validating: written, as: UTF8.self) != nil, "JSON that is not UTF-8: \(written)")
    guard let again = withBlock(written, { try? Message(json: $0) }) else {
        return expect(false, "cannot read \(String(decoding: written, as: UTF8.self))")
    }
    expect(again == message, "\(again) was \(message)")
    expect(again.jsonBytes() == written, "written otherwise the second time: \(message)")
}
