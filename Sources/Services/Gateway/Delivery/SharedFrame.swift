internal import HTTPCodec
internal import WireProtocol

/// A frame for many sockets: encoded once for each form in which somebody wants it.
struct SharedFrame {
    private let frame: ServerFrame
    private var json: [UInt8]?
    private var protobuf: [UInt8]?

    init(_ payload: ServerFrame.Payload) {
        frame = ServerFrame(payload: payload)
    }

    /// The bytes of the WebSocket frame.
    mutating func bytes(_ codec: FrameCodec) -> [UInt8] {
        switch codec {
        case .json: Self.encode(frame, codec, kept: &json)
        case .protobuf: Self.encode(frame, codec, kept: &protobuf)
        }
    }

    private static func encode(_ frame: ServerFrame, _ codec: FrameCodec, kept: inout [UInt8]?) -> [UInt8] {
        if let kept { return kept }
        let bytes = WebSocketEncoder.frame(codec.opcode, codec.encode(frame))
        kept = bytes
        return bytes
    }
}
