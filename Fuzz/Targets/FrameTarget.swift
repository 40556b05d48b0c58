internal import Protobuf
internal import WireProtocol

/// Frames of a socket in both subprotocols: first JSON, then binary.
enum FrameTarget {
    static func run(_ input: [UInt8]) {
        let peeked = withBlock(input) { ClientFrame.peekID(json: $0) }
        if let frame = withBlock(input, { try? ClientFrame(json: $0) }) {
            checkJSON(frame)
            checkBinary(frame)
            expect((peeked ?? "") == frame.id, "peeks \(peeked ?? "nothing") where the id is \(frame.id)")
        }
        if let frame = withBlock(input, { try? ClientFrame(protobuf: $0) }) {
            checkBinary(frame)
            checkAcross(frame)
        }
    }
}
