// Generated from martlet/v1/communication.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import WireProtocol

public protocol CommunicationAPI: Sendable {
    func createChat(_ request: CreateChatRequest, context: CallContext) async throws(APIError) -> CreateChatResponse
    func getChats(_ request: GetChatsRequest, context: CallContext) async throws(APIError) -> GetChatsResponse
    func getChat(_ request: GetChatRequest, context: CallContext) async throws(APIError) -> GetChatResponse
    func sendMessage(_ request: SendMessageRequest, context: CallContext) async throws(APIError) -> SendMessageResponse
    func getMessages(_ request: GetMessagesRequest, context: CallContext) async throws(APIError) -> GetMessagesResponse
    /// Between services: what a session's sockets must be given as it happens.
    func getSubscriptions(
        _ request: GetSubscriptionsRequest,
        context: CallContext
    ) async throws(APIError) -> GetSubscriptionsResponse
    /// Between services: what a returning device has missed.
    func getHeads(_ request: GetHeadsRequest, context: CallContext) async throws(APIError) -> GetHeadsResponse
}

public enum CommunicationRoutes {
    /// Every call of the service that HTTP has, in the order of the contract.
    public static func all(calling service: any CommunicationAPI) -> [HTTPRoute] {
        [
            HTTPRoute(
                method: "POST", path: "/v1/chats",
                name: "CommunicationService/CreateChat", access: .session,
                hasBody: true, successStatus: 201,
                replayStatus: 200, isReplay: { $0.replayed },
                call: { (
                    request: CreateChatRequest,
                    context: CallContext
                ) async throws(APIError) -> CreateChatResponse in
                    try await service.createChat(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/chats",
                name: "CommunicationService/GetChats", access: .session,
                hasBody: false, successStatus: 200,
                call: { (request: GetChatsRequest, context: CallContext) async throws(APIError) -> GetChatsResponse in
                    try await service.getChats(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/chats/{id}",
                name: "CommunicationService/GetChat", access: .session,
                hasBody: false, successStatus: 200,
                call: { (request: GetChatRequest, context: CallContext) async throws(APIError) -> GetChatResponse in
                    try await service.getChat(request, context: context)
                }
            ),
            HTTPRoute(
                method: "POST", path: "/v1/messages",
                name: "CommunicationService/SendMessage", access: .session,
                hasBody: true, successStatus: 201,
                replayStatus: 200, isReplay: { $0.replayed },
                call: { (
                    request: SendMessageRequest,
                    context: CallContext
                ) async throws(APIError) -> SendMessageResponse in
                    try await service.sendMessage(request, context: context)
                }
            ),
            HTTPRoute(
                method: "GET", path: "/v1/chats/{chatId}/messages",
                name: "CommunicationService/GetMessages", access: .session,
                hasBody: false, successStatus: 200,
                call: { (
                    request: GetMessagesRequest,
                    context: CallContext
                ) async throws(APIError) -> GetMessagesResponse in
                    try await service.getMessages(request, context: context)
                }
            ),
        ]
    }
}
