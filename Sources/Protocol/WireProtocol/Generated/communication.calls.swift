// Generated from martlet/v1/communication.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
/// Every call of the service that HTTP has, in the order of the contract.
public enum CommunicationCalls {
    /// Makes a chat. A pair has one direct chat: to make it again gives the first one.
    public static let createChat = APICall<CreateChatRequest, CreateChatResponse>(
        name: "CommunicationService/CreateChat",
        method: "POST", path: "/v1/chats",
        needsSession: true, hasBody: true
    )
    /// The caller's chats, the most recently active first.
    public static let getChats = APICall<GetChatsRequest, GetChatsResponse>(
        name: "CommunicationService/GetChats",
        method: "GET", path: "/v1/chats",
        needsSession: true, hasBody: false
    )
    /// One chat, as the caller sees it.
    public static let getChat = APICall<GetChatRequest, ChatResponse>(
        name: "CommunicationService/GetChat",
        method: "GET", path: "/v1/chats/{id}",
        needsSession: true, hasBody: false
    )
    /// Renames a chat, or gives an end-to-end encrypted one another sealed profile. The name that it has changes nothing.
    public static let updateChat = APICall<UpdateChatRequest, ChatResponse>(
        name: "CommunicationService/UpdateChat",
        method: "PATCH", path: "/v1/chats/{id}",
        needsSession: true, hasBody: true
    )
    /// The members of a chat.
    public static let getMembers = APICall<GetMembersRequest, GetMembersResponse>(
        name: "CommunicationService/GetMembers",
        method: "GET", path: "/v1/chats/{chatId}/members",
        needsSession: true, hasBody: false
    )
    /// Adds people to a chat. Who is a member already stays as they are.
    public static let addMembers = APICall<AddMembersRequest, ChatResponse>(
        name: "CommunicationService/AddMembers",
        method: "POST", path: "/v1/chats/{chatId}/members",
        needsSession: true, hasBody: true
    )
    /// Gives a member another role. To make somebody owner hands the chat over: who did it is an admin from then on.
    public static let changeMemberRole = APICall<ChangeMemberRoleRequest, ChatResponse>(
        name: "CommunicationService/ChangeMemberRole",
        method: "PATCH", path: "/v1/chats/{chatId}/members/{userId}",
        needsSession: true, hasBody: true
    )
    /// Removes a member, or leaves: with the caller's own id. When the owner leaves, the first of the highest role inherits
    /// the chat.
    public static let removeMember = APICall<RemoveMemberRequest, ChatResponse>(
        name: "CommunicationService/RemoveMember",
        method: "DELETE", path: "/v1/chats/{chatId}/members/{userId}",
        needsSession: true, hasBody: false
    )
    /// The devices for which a message in this chat is sealed.
    public static let getChatKeys = APICall<GetChatKeysRequest, GetChatKeysResponse>(
        name: "CommunicationService/GetChatKeys",
        method: "GET", path: "/v1/chats/{id}/keys",
        needsSession: true, hasBody: false
    )
    /// Appends a message to a chat. A repetition under the same client id is answered with the first result.
    public static let sendMessage = APICall<SendMessageRequest, EntryResponse>(
        name: "CommunicationService/SendMessage",
        method: "POST", path: "/v1/messages",
        needsSession: true, hasBody: true
    )
    /// Gives one's own message another content, within 24 hours.
    public static let editMessage = APICall<EditMessageRequest, EntryResponse>(
        name: "CommunicationService/EditMessage",
        method: "PUT", path: "/v1/messages/{id}",
        needsSession: true, hasBody: true
    )
    /// Deletes one's own message or reaction; admins and the owner may delete anybody's message.
    public static let deleteMessage = APICall<DeleteMessageRequest, EntryResponse>(
        name: "CommunicationService/DeleteMessage",
        method: "DELETE", path: "/v1/messages/{id}",
        needsSession: true, hasBody: false
    )
    /// Reacts to a message. The same emoji again is answered with the first reaction.
    public static let addReaction = APICall<AddReactionRequest, EntryResponse>(
        name: "CommunicationService/AddReaction",
        method: "POST", path: "/v1/messages/{id}/reactions",
        needsSession: true, hasBody: true
    )
    /// Takes one's own reaction back. In end-to-end encrypted chats the reaction is deleted by its own id instead.
    public static let removeReaction = APICall<RemoveReactionRequest, EntryResponse>(
        name: "CommunicationService/RemoveReaction",
        method: "DELETE", path: "/v1/messages/{id}/reactions/{emoji}",
        needsSession: true, hasBody: false
    )
    /// A page of a chat's entries in ascending `seq`; with neither bound, the newest.
    public static let getMessages = APICall<GetMessagesRequest, GetMessagesResponse>(
        name: "CommunicationService/GetMessages",
        method: "GET", path: "/v1/chats/{chatId}/messages",
        needsSession: true, hasBody: false
    )
    /// Who has received and read a message.
    public static let getMessageStatus = APICall<GetMessageStatusRequest, GetMessageStatusResponse>(
        name: "CommunicationService/GetMessageStatus",
        method: "GET", path: "/v1/messages/{id}/status",
        needsSession: true, hasBody: false
    )
    /// Moves the own read position. It never goes back.
    public static let markAsRead = APICall<MarkAsReadRequest, MarkAsReadResponse>(
        name: "CommunicationService/MarkAsRead",
        method: "POST", path: "/v1/chats/{chatId}/read",
        needsSession: true, hasBody: true
    )
}
