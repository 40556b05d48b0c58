internal import HTTPCodec
internal import HTTPTransport
internal import Protobuf
internal import WireProtocol

/// How frames stand on a socket: what its subprotocol says. Both forms come from one contract.
enum FrameCodec: UInt8, Hashable, Sendable, CaseIterable {
    /// Text messages; also for clients that offer no subprotocol.
    case json
    /// Binary messages.
    case protobuf

    /// - Parameter subprotocols: what the client offers, those it likes best first.
    /// - Returns: what is spoken, and the subprotocol to answer; nil when the client offered none that is known.
    static func choose(from subprotocols: [String]) -> (codec: FrameCodec, subprotocol: String?) {
        for offered in subprotocols {
            if let codec = allCases.first(where: { $0.subprotocol == offered }) { return (codec, offered) }
        }
        return (.json, nil)
    }

    var subprotocol: String {
        switch self {
        case .json: "martlet.v1.json"
        case .protobuf: "martlet.v1.proto"
        }
    }

    var opcode: WebSocketOpcode {
        switch self {
        case .json: .text
        case .protobuf: .binary
        }
    }

    var messageKind: WebSocket.MessageKind {
        switch self {
        case .json: .text
        case .protobuf: .binary
        }
    }

    func decode(_ message: UnsafeRawBufferPointer) throws(ProtobufError) -> ClientFrame {
        switch self {
        case .json: try ClientFrame(json: message)
        case .protobuf: try ClientFrame(protobuf: message)
        }
    }

    /// The id of a frame that cannot be read, to answer it; empty when there is none.
    func peekID(_ message: UnsafeRawBufferPointer) -> String {
        switch self {
        case .json: ClientFrame.peekID(json: message) ?? ""
        // Where a binary frame stops making sense, nothing of it can be trusted.
        case .protobuf: ""
        }
    }

    func encode(_ frame: ServerFrame) -> [UInt8] {
        switch self {
        case .json: frame.jsonBytes()
        case .protobuf: frame.protobufBytes()
        }
    }
}
