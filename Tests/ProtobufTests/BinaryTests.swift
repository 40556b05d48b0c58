import Protobuf
import TestMessages
import Testing
import WireProtocol

@Suite struct BinaryTests {
    @Test func writesWhatOtherImplementationsWrite() {
        #expect(Samples.everything.protobufBytes() == bytes(hex: Samples.everythingHex))
        let chat = Chat(
            id: 300, type: .group, name: "Tea", encryption: .e2ee, memberCount: 3, lastSeq: 1 << 63,
            createdAt: Timestamp(seconds: 1))
        #expect(
            chat.protobufBytes() == bytes(hex: "08ac0210021a035465612001280340808080808080808080017a020801"))
    }

    @Test func readsWhatOtherImplementationsWrite() throws {
        #expect(try Everything(protobuf: bytes(hex: Samples.everythingHex)) == Samples.everything)
    }

    @Test func defaultsTakeNoBytes() {
        #expect(Everything().protobufBytes() == [])
        #expect(Content(text: "").protobufBytes() == [0x0A, 0])
    }

    @Test(arguments: [
        (0, "00"), (1, "01"), (127, "7f"), (128, "8001"), (16_383, "ff7f"), (16_384, "808001"),
        (1 << 63, "80808080808080808001"), (UInt64.max, "ffffffffffffffffff01"),
    ])
    func varints(value: UInt64, hex: String) throws {
        var writer = BinaryWriter()
        writer.writeVarint(value)
        #expect(writer.bytes == bytes(hex: hex))
        let read = try writer.withBytes { (buffer) throws(ProtobufError) in
            var reader = BinaryReader(buffer)
            return try reader.readVarint()
        }
        #expect(read == value)
    }

    @Test func bitsPastSixtyFourFallOff() throws {
        #expect(try GetChatRequest(protobuf: bytes(hex: "08ffffffffffffffffff03")).id == .max)
    }

    @Test func varintsOfMoreThanTenBytesAreRefused() {
        #expect(
            failure(reading: GetChatRequest.self, fromBinary: bytes(hex: "08ffffffffffffffffffff01"))?.reason
                == .malformedVarint)
    }

    @Test func packedAndUnpackedAreBothRead() throws {
        let packed = try Everything(protobuf: bytes(hex: "a201020102" + "aa01020304"))
        let unpacked = try Everything(protobuf: bytes(hex: "a00101a00102" + "a80103a80104"))
        #expect(packed == unpacked)
        #expect(packed.packedNumbers == [1, 2])
        #expect(packed.unpackedNumbers == [3, 4])
    }

    @Test func nestedMessagesMerge() throws {
        let message = try Everything(protobuf: bytes(hex: "8a01020802" + "8a01021001"))
        #expect(message.nested == .init(depth: 1, kind: ._2d))
    }

    @Test func lastMemberOfAOneofWins() throws {
        #expect(try Everything(protobuf: bytes(hex: "c20201" + "61" + "c80205")).choice == .count(5))
    }

    @Test func unknownFieldsAreKept() throws {
        let known = GetChatRequest(id: 1).protobufBytes()
        // A varint, 64 bits, a string, a group with a varint inside, 32 bits.
        let unknown = bytes(hex: "7801" + "790102030405060708" + "7a0161" + "7b08017c" + "7d01020304")
        let message = try GetChatRequest(protobuf: unknown + known)
        #expect(message.id == 1)
        #expect(message.unknownFields == unknown)
        #expect(message.protobufBytes() == known + unknown)
    }

    @Test func knownFieldsOfAnotherWireTypeAreUnknown() throws {
        #expect(try GetChatRequest(protobuf: bytes(hex: "0a0161")).unknownFields == bytes(hex: "0a0161"))
    }

    @Test(arguments: [
        ("00", ProtobufError.Reason.invalidTag), ("808080801001", .invalidTag), ("0e", .wrongWireType),
        ("7c", .wrongWireType), ("7b74", .wrongWireType), ("7b", .truncated), ("08", .truncated),
        ("7a02ff", .truncated), ("7affffffffffffffffff01", .truncated), ("79010203", .truncated),
    ])
    func malformed(hex: String, reason: ProtobufError.Reason) {
        #expect(failure(reading: GetChatRequest.self, fromBinary: bytes(hex: hex))?.reason == reason)
    }

    @Test func stringsMustBeUTF8() {
        let error = failure(reading: Chat.self, fromBinary: bytes(hex: "1a02c328"))
        #expect(error == ProtobufError(.invalidUTF8, field: "name"))
    }

    @Test func errorsNameTheField() {
        #expect(failure(reading: MessageNew.self, fromBinary: bytes(hex: "0a0338ac"))?.field == "entry")
        #expect(failure(reading: MessageNew.self, fromBinary: bytes(hex: "0a0210ac"))?.field == "entry.chatId")
        #expect(failure(reading: CreateChatRequest.self, fromBinary: bytes(hex: "1202ffff"))?.field == "memberIds")
    }

    @Test func nestingEndsAtTheLimit() throws {
        func nested(_ depth: Int) -> Everything {
            (0..<depth).reduce(Everything()) { inner, _ in Everything(children: [inner]) }
        }
        let deepest = nested(ProtobufLimits.nestingDepth)
        #expect(try Everything(protobuf: deepest.protobufBytes()) == deepest)
        let tooDeep = failure(
            reading: Everything.self, fromBinary: nested(ProtobufLimits.nestingDepth + 1).protobufBytes())
        #expect(tooDeep?.reason == .tooDeep)
    }

    @Test func groupsEndAtTheLimit() {
        func groups(_ depth: Int) -> [UInt8] {
            Array(repeating: 0x7B, count: depth) + Array(repeating: 0x7C, count: depth)
        }
        #expect(failure(reading: GetChatRequest.self, fromBinary: groups(ProtobufLimits.nestingDepth)) == nil)
        #expect(
            failure(reading: GetChatRequest.self, fromBinary: groups(ProtobufLimits.nestingDepth + 1))?.reason
                == .tooDeep)
    }

    @Test func writersGrowAndAreUsedAgain() {
        var writer = BinaryWriter(capacity: 1)
        for length in [0, 1, 15, 16, 17, 1000, 100_000] {
            writer.reset()
            writer.writeString(String(repeating: "x", count: length))
            #expect(writer.bytes.count { $0 == UInt8(ascii: "x") } == length)
        }
        writer.reset()
        #expect(writer.count == 0)
        writer.append([2, 3])
        writer.append([])
        writer.append([1])
        #expect(writer.bytes == [1, 2, 3])
    }
}
