import Protobuf
import TestMessages
import TestSupport
import Testing

/// Google's types have a JSON form each of its own kind.
@Suite struct WellKnownTypeTests {
    private func json(_ message: some ProtobufMessage) -> String {
        String(decoding: message.jsonBytes(types: .wellKnown), as: UTF8.self)
    }

    private func read<Message: ProtobufMessage>(_ type: Message.Type, _ json: String) throws(ProtobufError) -> Message {
        try Message(json: Array(json.utf8), types: .wellKnown)
    }

    @Test(arguments: [
        ("1.500s", Int64(1), Int32(500_000_000)), ("-0.000001s", 0, -1_000), ("0s", 0, 0),
        ("315576000000s", 315_576_000_000, 0),
    ])
    func durations(text: String, seconds: Int64, nanoseconds: Int32) throws {
        let duration = ProtobufDuration(seconds: seconds, nanos: nanoseconds)
        #expect(json(duration) == "\"\(text)\"")
        #expect(try read(ProtobufDuration.self, "\"\(text)\"") == duration)
    }

    @Test(arguments: ["1", "s", "1.s", ".5s", "1.1234567890s", "315576000001s", "1s ", "+1s"])
    func wrongDurationsAreRefused(text: String) {
        #expect(throws: ProtobufError(.invalidDuration)) { try read(ProtobufDuration.self, "\"\(text)\"") }
    }

    @Test func fieldMasksAreCamelCase() throws {
        let mask = FieldMask(paths: ["display_name", "user.avatar_url"])
        #expect(json(mask) == "\"displayName,user.avatarUrl\"")
        #expect(try read(FieldMask.self, "\"displayName,user.avatarUrl\"") == mask)
        #expect(throws: ProtobufError(.invalidFieldMask)) { try read(FieldMask.self, "\"display_name\"") }
    }

    @Test func anyJSONIsAValue() throws {
        let text = #"{"a":[1.5,"x",true,null,{}]}"#
        let object = try read(ProtobufStruct.self, text)
        #expect(json(object) == text)
        #expect(try ProtobufStruct(protobuf: object.protobufBytes()) == object)
    }

    @Test func nullIsAValueOfItsOwn() throws {
        let message = try read(WellKnown.self, #"{"value":null,"boolValue":null}"#)
        #expect(message.value == ProtobufValue(kind: .nullValue(.nullValue)))
        #expect(message.boolValue == nil)
    }

    @Test func wrappersAreTheirValues() throws {
        let message = try read(WellKnown.self, #"{"boolValue":false,"uint64Value":"18446744073709551615"}"#)
        #expect(message.boolValue == BoolValue(value: false))
        #expect(message.uint64Value == UInt64Value(value: .max))
    }

    @Test func whatJSONCannotSayIsTold() {
        for message in [
            ProtobufDuration(seconds: .max) as any ProtobufMessage, FieldMask(paths: ["fooBar"]),
            ProtobufValue(kind: .numberValue(.nan)), ProtobufValue(),
        ] {
            var writer = JSONWriter()
            message.writeJSON(to: &writer)
            let isFaithful = writer.isFaithful
            #expect(!isFaithful)
        }
    }

    @Test func anAnyIsWrittenOutWhenItsTypeIsKnown() throws {
        let any = ProtobufAny(ProtobufDuration(seconds: 3))
        #expect(json(any) == #"{"@type":"type.googleapis.com/google.protobuf.Duration","value":"3s"}"#)
        #expect(try read(ProtobufAny.self, json(any)) == any)
        #expect(try any.unpack(as: ProtobufDuration.self) == ProtobufDuration(seconds: 3))
        #expect(try any.unpack(as: FieldMask.self) == nil)

        var types = ProtobufTypes.wellKnown
        types.insert([Tree.self])
        let tree = ProtobufAny(Tree(either: .leaf("x")))
        let text = #"{"@type":"type.googleapis.com/martlet.test.Tree","more":[],"leaf":"x"}"#
        #expect(String(decoding: tree.jsonBytes(types: types), as: UTF8.self) == text)
        #expect(try ProtobufAny(json: Array(text.utf8), types: types) == tree)
    }

    @Test func anAnyOfAnUnknownTypeIsRefused() {
        #expect(throws: ProtobufError(.unknownType)) { try read(ProtobufAny.self, #"{"@type":"x/no.such"}"#) }
        #expect(throws: ProtobufError(.unknownType)) { try read(ProtobufAny.self, #"{"value":1}"#) }
    }

    /// Each `Any` inside of another reads its part of the document again, so the depth must count on.
    @Test func nestedAnysHaveALimit() {
        let depth = 120
        let head = #"{"@type":"type.googleapis.com/google.protobuf.Any","value":"#
        let text = String(repeating: head, count: depth) + "{}" + String(repeating: "}", count: depth)
        #expect(throws: ProtobufError.self) { try read(ProtobufAny.self, text) }
    }

    @Test func aMessageMayContainItself() throws {
        let tree = Tree(left: Tree(left: Tree(either: .leaf("a"))), either: .inner(Tree(either: .leaf("b"))))
        #expect(try Tree(protobuf: tree.protobufBytes()) == tree)
        #expect(try Tree(json: tree.jsonBytes()) == tree)
    }

    @Test func aBoxedFieldIsAValue() {
        var first = Tree(left: Tree(either: .leaf("a")))
        let second = first
        first.left?.either = .leaf("b")
        #expect(second.left?.either == .leaf("a"))
        #expect(first != second)
    }
}
