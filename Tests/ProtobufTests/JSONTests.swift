import Protobuf
import TestMessages
import Testing
import WireProtocol

@Suite struct JSONTests {
    @Test func everyFieldGoesThere() throws {
        var expected = Samples.everything
        // Not in JSON.
        expected.hidden = ""
        #expect(try Everything(json: Samples.everything.jsonBytes()) == expected)
    }

    @Test func fieldsWithoutPresenceAreAlwaysWritten() {
        #expect(
            json(Chat()) == """
                {"id":"0","type":"unspecified","name":"","encryption":"unspecified","memberCount":0,\
                "memberVersion":"0","rosterVersion":"0","lastSeq":"0","readSeq":"0","deliveredSeq":"0",\
                "unreadCount":"0","role":"unspecified","visibleFromSeq":"0"}
                """)
        #expect(json(GetChatsResponse()) == #"{"chats":[]}"#)
        #expect(json(Content()) == "{}")
        #expect(json(Content(text: "")) == #"{"text":""}"#)
        #expect(json(Ping()) == "{}")
    }

    @Test func listsAreLeftOutWhenTheContractSaysSo() throws {
        #expect(!json(Everything()).contains("omitted"))
        #expect(json(Everything(omitted: ["x"])).contains(#""omitted":["x"]"#))
        #expect(try Everything(json: #"{"omitted":["x"]}"#).omitted == ["x"])
    }

    @Test func entriesLookLikeTheContractSays() {
        #expect(
            json(Samples.entry) == #"""
                {"id":"7.9","chatId":"7","seq":"9","ordinal":"3","senderId":"18446744073709551615",\#
                "senderDeviceId":"1","kind":"message","clientId":"c-1","createdAt":"2023-11-14T22:13:20.123Z",\#
                "replyToSeq":"8","content":{"text":"a \"quoted\"\n\u0001😀","ciphertext":"AQID"}}
                """#)
    }

    @Test func mapsAndOneofs() throws {
        let text = json(Samples.everything)
        #expect(text.contains(#""textByText":{"k":"v"},"nestedByNumber":{"9":{"depth":4,"kind":"unspecified"}}"#))
        #expect(text.contains(#""colorByBool":{"true":"COLOR_RED"},"bytesByNumber":{"-7":"eg=="}"#))
        #expect(text.contains(#""detail":{"depth":2,"kind":"unspecified"}"#))
        let read = try Everything(
            json: #"{"nestedByNumber":{"1":{},"2":{"depth":1}},"colorByBool":{"false":1},"count":4}"#)
        #expect(read.nestedByNumber == [1: .init(), 2: .init(depth: 1)])
        #expect(read.colorByBool == [false: .red])
        #expect(read.choice == .count(4))
        #expect(failure(reading: Everything.self, from: #"{"nestedByNumber":{"x":{}}}"#)?.field == "nestedByNumber")
        #expect(
            failure(reading: Everything.self, from: #"{"count":4,"name":"n"}"#)
                == ProtobufError(.conflictingOneof, field: "name"))
        #expect(try Everything(json: #"{"count":4,"name":null,"count":5}"#).choice == .count(5))
    }

    @Test func bothSpellingsOfANameAreRead() throws {
        #expect(try SyncPull(json: #"{"chat_id":"1","after_seq":"2"}"#) == SyncPull(chatID: 1, afterSeq: 2))
        #expect(try SyncPull(json: #"{"chatId":"1","afterSeq":"2"}"#) == SyncPull(chatID: 1, afterSeq: 2))
        #expect(try SyncPull(json: #"{"chat\u0049d":"1"}"#) == SyncPull(chatID: 1))
    }

    @Test func hiddenFieldsAreNeitherWrittenNorRead() throws {
        #expect(json(EntryResponse(replayed: true)) == "{}")
        #expect(try EntryResponse(json: #"{"replayed":true}"#) == EntryResponse())
        #expect(try EntryResponse(protobuf: EntryResponse(replayed: true).protobufBytes()).replayed)
        #expect(json(Everything(choice: .secret(true))) == json(Everything()))
        #expect(try Everything(json: #"{"secret":true,"hidden":"x"}"#) == Everything())
    }

    @Test func enumsAreReadByNameAndNumber() throws {
        #expect(try CreateChatRequest(json: #"{"type":"channel"}"#).type == .channel)
        #expect(try CreateChatRequest(json: #"{"type":3}"#).type == .channel)
        #expect(try CreateChatRequest(json: #"{"type":77}"#).type == ChatType(rawValue: 77))
        #expect(
            json(MemberChange(role: MemberRole(rawValue: 77))) == #"{"userId":"0","change":"unspecified","role":77}"#)
        #expect(try Everything(json: #"{"color":"COLOR_DARK_BLUE"}"#).color == .darkBlue)
        #expect(
            failure(reading: CreateChatRequest.self, from: #"{"type":"secret"}"#)
                == ProtobufError(.unknownEnumName, field: "type"))
        #expect(
            failure(reading: CreateChatRequest.self, from: #"{"type":"CHAT_TYPE_CHANNEL"}"#)?.reason
                == .unknownEnumName)
        #expect(failure(reading: CreateChatRequest.self, from: #"{"type":3000000000}"#)?.reason == .outOfRange)
    }

    @Test func nullIsAbsent() throws {
        #expect(
            try CreateChatRequest(
                json: #"{"type":null,"memberIds":null,"name":null,"encryption":null,"clientId":null}"#)
                == CreateChatRequest())
        #expect(try MessageNew(json: #"{"entry":null}"#).entry == nil)
        #expect(try CreateChatRequest(json: #"{"name":"a","name":null}"#).name == nil)
        #expect(failure(reading: CreateChatRequest.self, from: #"{"memberIds":[null]}"#)?.reason == .wrongType)
        #expect(failure(reading: CreateChatRequest.self, from: "null")?.reason == .wrongType)
    }

    @Test func unknownFieldsAreIgnored() throws {
        let text = #"{"a":[1,{"b":[]},"\u00e9",-0.5e+3,true,false,null,{}],"id":"4","z":{"id":"5"}}"#
        #expect(try GetChatRequest(json: text) == GetChatRequest(id: 4))
    }

    @Test func lastOfDuplicateKeysWins() throws {
        #expect(try GetChatRequest(json: #"{"id":1,"id":2}"#).id == 2)
        #expect(try CreateChatRequest(json: #"{"memberIds":[1,2],"memberIds":[3]}"#).memberIDs == [3])
        #expect(
            try SendMessageRequest(json: #"{"content":{"text":"a"},"content":{"scheme":"s"}}"#).content
                == Content(scheme: "s"))
    }

    @Test func mergingKeepsWhatIsNotNamed() throws {
        var request = GetMessagesRequest(chatID: 1, before: 5)
        try request.mergeJSON(Array(#"{"limit":"20"}"#.utf8))
        #expect(request == GetMessagesRequest(chatID: 1, before: 5, limit: 20))
        #expect(throws: ProtobufError(.outOfRange, field: "limit")) {
            try request.mergeJSON(Array(#"{"chatId":"9","limit":"-1"}"#.utf8))
        }
        #expect(request.chatID == 1)
    }

    @Test(arguments: [
        ("", ProtobufError.Reason.truncated), (" ", .truncated), ("{", .truncated), (#"{"id""#, .truncated),
        (#"{"id":"#, .truncated), (#"{"id":1"#, .truncated), (#"{"id":1,"#, .truncated), (#"{"x":tru"#, .truncated),
        ("{}x", .trailingBytes), ("{}{}", .trailingBytes), ("{} \n\t\r", nil), ("[]", .wrongType), ("x", .syntax),
        (#"{"id":1,}"#, .syntax), (#"{,"id":1}"#, .syntax), (#"{"id" 1}"#, .syntax), (#"{"id":1 "a":2}"#, .syntax),
        (#"{id:1}"#, .syntax), (#"{"x":[1,]}"#, .syntax), (#"{"x":[,1]}"#, .syntax), (#"{"x":[1 2]}"#, .syntax),
        (#"{"x":nul"#, .truncated), (#"{"x":nul}"#, .syntax), (#"{"x":nulx}"#, .syntax), (#"{"x":'a'}"#, .syntax),
        (#"{"x":[}"#, .syntax),
        (#"{"x":{]}"#, .syntax), (#"{"x":01}"#, .invalidNumber), (#"{"x":1.}"#, .invalidNumber),
        (#"{"x":-}"#, .invalidNumber), (#"{"x":1e}"#, .invalidNumber), (#"{"x":+1}"#, .syntax),
    ])
    func malformedDocuments(text: String, reason: ProtobufError.Reason?) {
        #expect(failure(reading: GetChatRequest.self, from: text)?.reason == reason)
    }

    @Test func nestingEndsAtTheLimit() {
        func arrays(_ depth: Int) -> String {
            #"{"x":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
        }
        #expect(failure(reading: GetChatRequest.self, from: arrays(ProtobufLimits.nestingDepth - 1)) == nil)
        #expect(failure(reading: GetChatRequest.self, from: arrays(ProtobufLimits.nestingDepth))?.reason == .tooDeep)
        func children(_ depth: Int) -> String {
            String(repeating: #"{"children":["#, count: depth) + String(repeating: "]}", count: depth)
        }
        #expect(failure(reading: Everything.self, from: children(ProtobufLimits.nestingDepth / 2)) == nil)
        #expect(
            failure(reading: Everything.self, from: children(ProtobufLimits.nestingDepth / 2 + 1))?.reason == .tooDeep)
        let wide = #"{"x":["# + Array(repeating: "[]", count: 1000).joined(separator: ",") + "]}"
        #expect(failure(reading: GetChatRequest.self, from: wide) == nil)
    }

    @Test func errorsNameTheField() {
        func field(_ text: String) -> String? { failure(reading: RegisterRequest.self, from: text)?.field }
        #expect(field(#"{"email":5}"#) == "email")
        #expect(field(#"{"display_name":5}"#) == "displayName")
        #expect(field(#"{"device":{"id":""}}"#) == "device.id")
        #expect(field(#"{"device":[]}"#) == "device")
        #expect(field(#"{"device":{"id":"1"},"x"}"#) == nil)
        #expect(
            failure(reading: CreateChatRequest.self, from: #"{"memberIds":["1","x"]}"#)
                == ProtobufError(.invalidNumber, field: "memberIds"))
        #expect(
            failure(reading: Entry.self, from: #"{"createdAt":"yesterday"}"#)
                == ProtobufError(.invalidTimestamp, field: "createdAt"))
    }

    @Test func errorCodesHaveStatusAndSummary() {
        #expect(ErrorCode.chatNotFound.httpStatus == 404)
        #expect(ErrorCode.chatNotFound.summary == "There is no such chat, or you are not in it.")
        #expect(ErrorCode(rawValue: 9999).httpStatus == 500)
        #expect(Set(ErrorCode.allKnown.map { $0.wireName?.description }).count == ErrorCode.allKnown.count)
        #expect(ErrorCode.allKnown.allSatisfy { (400..<600).contains($0.httpStatus) && !$0.summary.isEmpty })
        #expect(json(ErrorBody(code: .internal)) == #"{"code":"server.internal","message":""}"#)
    }
}
