internal import Protobuf
internal import WireProtocol

/// Messages that strangers may send, or that together use everything the generator can write.
enum MessageTypes {
    private static let all: [any ProtobufMessage.Type] = [
        ClientFrame.self, ServerFrame.self, Event.self, Entry.self, Chat.self, SendMessageRequest.self,
        EditMessageRequest.self, AddReactionRequest.self, CreateChatRequest.self, UpdateChatRequest.self,
        AddMembersRequest.self, ChangeMemberRoleRequest.self, GetMessagesRequest.self, GetMembersResponse.self,
        GetChatKeysResponse.self, GetChatStateResponse.self, GetHeadsResponse.self, GetMessageStatusResponse.self,
        RegisterRequest.self, LoginRequest.self, AuthenticationResponse.self, JsonWebKeySet.self, DeviceChanged.self,
        ErrorResponse.self, AccessTokenHeader.self, AccessTokenClaims.self, InboxCursor.self, ChatListCursor.self,
        MemberListCursor.self,
    ]

    /// The first byte of an input says which message the rest is to be read as.
    static func chosen(by input: [UInt8]) -> (type: any ProtobufMessage.Type, rest: [UInt8])? {
        guard let first = input.first else { return nil }
        return (all[Int(first) % all.count], Array(input.dropFirst()))
    }
}

/// Decoders get a block of memory of their own, so that reading past its end is seen.
func withBlock<Result>(_ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    defer { block.deallocate() }
    block.copyBytes(from: bytes)
    return body(UnsafeRawBufferPointer(block))
}
