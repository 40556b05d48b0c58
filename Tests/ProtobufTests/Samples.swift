import Protobuf
import TestMessages
import WireProtocol

/// Messages with something in every field.
enum Samples {
    static let everything: Everything = {
        var message = Everything(
            aDouble: 1.5, aFloat: -0.25, anInt32: -1, anInt64: .min, aUint32: .max, aUint64: .max, aSint32: .min,
            aSint64: -3, aFixed32: 1, aFixed64: 2, anSfixed32: -1, anSfixed64: -2, aBool: true, aString: "hé🐦",
            someBytes: [0, 255], color: .darkBlue, nested: .init(depth: -5, kind: ._2d),
            at: Timestamp(seconds: 1_700_000_000, nanoseconds: 5_000_000))
        message.packedNumbers = [0, 1, -1, 300]
        message.unpackedNumbers = [7, 8]
        message.strings = ["", "x"]
        message.nesteds = [.init(depth: 1), .init()]
        message.colors = [.red, .none, .darkBlue]
        message.doubles = [0, 2]
        message.children = [Everything(aBool: true)]
        message.textByText = ["k": "v"]
        message.nestedByNumber = [9: .init(depth: 4)]
        message.colorByBool = [true: .red]
        message.bytesByNumber = [-7: [UInt8(ascii: "z")]]
        message.choice = .detail(.init(depth: 2))
        message.maybeBool = false
        message.maybeString = ""
        message.maybeColor = Color.none
        message.default = "d"
        message.key = "k"
        message.value = "v"
        message.tag = 1
        message.reader = ["r"]
        message.writer = "w"
        message.chatID = 5
        message.memberIDs = [1, 2]
        message.avatarURL = "u"
        message.hidden = "h"
        return message
    }()

    /// `everything` as another implementation writes it: Python's protobuf 5.29, deterministic.
    static let everythingHex = """
        09000000000000f83f15000080be18ffffffffffffffffff01208080808080808080800128ffffffff0f30ffffffffffffffffff0138ff\
        ffffff0f40054d010000005102000000000000005dffffffff61feffffffffffffff6801720768c3a9f09f90a67a0200ff8001feffffff\
        ffffffffff018a01040809100192010b0880e2cfaa0610c096b102a2010e0001ffffffffffffffffff01ac02a80107a80108b20100b201\
        0178ba01020802ba0100c2010c0100feffffffffffffffff01ca011000000000000000000000000000000040d201026801f201060a016b\
        120176fa0106080912020808820204080110018a0205080d12017ad2020208049003009a0300a00300e2030164ea03016bf2030176f803\
        01820401728a0401779004059a04020102a2040175b2040168
        """

    static let entry = Entry(
        id: "7.9", chatID: 7, seq: 9, ordinal: 3, senderID: .max, senderDeviceID: 1, kind: .message, clientID: "c-1",
        createdAt: Timestamp(millisecondsSince1970: 1_700_000_000_123),
        replyToSeq: 8, content: Content(text: "a \"quoted\"\n\u{1}😀", ciphertext: [1, 2, 3]))

    static let frame = ServerFrame(replyTo: "42", payload: .messageNew(MessageNew(entry: entry)))
}

func bytes(hex: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = hex[...]
    while !rest.isEmpty {
        bytes.append(UInt8(rest.prefix(2), radix: 16)!)
        rest = rest.dropFirst(2)
    }
    return bytes
}

func json<Message: ProtobufMessage>(_ message: Message) -> String {
    String(decoding: message.jsonBytes(), as: UTF8.self)
}

extension ProtobufMessage {
    init(json text: String) throws(ProtobufError) {
        try self.init(json: Array(text.utf8))
    }
}

/// The error of reading `text`; nil when it can be read.
func failure<Message: ProtobufMessage>(reading _: Message.Type, from text: String) -> ProtobufError? {
    failure(reading: Message.self, fromJSON: Array(text.utf8))
}

/// The error of reading `document`; nil when it can be read.
func failure<Message: ProtobufMessage>(reading _: Message.Type, fromJSON document: [UInt8]) -> ProtobufError? {
    do throws(ProtobufError) {
        _ = try Message(json: document)
        return nil
    } catch {
        return error
    }
}

/// The error of reading `bytes`; nil when they can be read.
func failure<Message: ProtobufMessage>(reading _: Message.Type, fromBinary bytes: [UInt8]) -> ProtobufError? {
    do throws(ProtobufError) {
        _ = try Message(protobuf: bytes)
        return nil
    } catch {
        return error
    }
}
