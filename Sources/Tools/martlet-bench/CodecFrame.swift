internal import Protobuf
internal import WireProtocol

/// A frame whose codec is measured: about 200 bytes of JSON, as most frames of a chat are.
enum CodecFrame {
    case client(String, ClientFrame)
    case server(String, ServerFrame)

    static let all: [CodecFrame] = [
        .client(
            "message.send",
            ClientFrame(
                id: "c1024",
                payload: .messageSend(
                    SendMessageRequest(
                        chatID: 98_765_432_109_876, clientID: "0192f0c1-2b3a-7c4d-8e5f-0123456789ab",
                        content: Content(text: "Shall we meet at the station at half past seven?"))))),
        .server(
            "message.accepted",
            ServerFrame(
                replyTo: "c1024",
                payload: .messageAccepted(
                    MessageAccepted(
                        chatID: 98_765_432_109_876, clientID: "0192f0c1-2b3a-7c4d-8e5f-0123456789ab",
                        messageID: "98765432109876.12345", seq: 12_345,
                        createdAt: Timestamp(millisecondsSince1970: 1_790_000_000_123))))),
        .server(
            "message.new",
            ServerFrame(
                payload: .messageNew(
                    MessageNew(
                        entry: Entry(
                            id: "98765432109876.12345", chatID: 98_765_432_109_876, seq: 12_345, ordinal: 12_000,
                            senderID: 98_765_432_100_001, senderDeviceID: 98_765_432_100_002, kind: .message,
                            clientID: "0192f0c1-2b3a-7c4d-8e5f-0123456789ab",
                            createdAt: Timestamp(millisecondsSince1970: 1_790_000_000_123),
                            content: Content(text: "At the station at half past seven.")))))),
    ]
}
