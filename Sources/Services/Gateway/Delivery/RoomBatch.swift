internal import Basics

/// What one room has got in this tick, as it leaves: one piece for everybody, sent once to each.
///
/// A socket that must get something of its own in between is given its part first (`take`), and goes on behind it.
struct RoomBatch {
    /// Frames that lie together, and the entries that they are of.
    struct Part: Equatable {
        let bytes: [UInt8]
        let seqs: ClosedRange<UInt64>
    }

    private struct Start {
        let offset: Int
        let seq: UInt64
    }

    private var json: [UInt8] = []
    private var protobuf: [UInt8] = []
    private let firstSeq: UInt64
    private var lastSeq: UInt64
    /// Where those go on who have had a part already, or are not to have it.
    private var starts: [SocketID: Start] = [:]

    /// - Parameter firstSeq: of the first entry that will be appended.
    init(firstSeq: UInt64) {
        self.firstSeq = firstSeq
        lastSeq = firstSeq - 1
    }

    /// Appends the next entry, the same for all devices, in every form that somebody wants.
    mutating func append(_ frame: inout EntryFrame, seq: UInt64, json isWantedInJSON: Bool, protobuf: Bool) {
        let anyDevice = DeviceID(0)
        if isWantedInJSON { json += frame.bytes(for: anyDevice, .json) }
        if protobuf { self.protobuf += frame.bytes(for: anyDevice, .protobuf) }
        lastSeq = seq
    }

    /// What the socket has not had yet; nil when there is nothing. It goes on behind it.
    mutating func take(for socket: SocketID, _ codec: FrameCodec) -> Part? {
        let bytes = codec == .json ? json : protobuf
        let start = starts[socket] ?? Start(offset: 0, seq: firstSeq)
        guard start.offset < bytes.count else { return nil }
        skip(socket, codec)
        return Part(
            bytes: start.offset == 0 ? bytes : Array(bytes[start.offset...]),
            seqs: min(start.seq, lastSeq)...lastSeq)
    }

    /// The socket gets nothing of what is here so far.
    mutating func skip(_ socket: SocketID, _ codec: FrameCodec) {
        starts[socket] = Start(offset: codec == .json ? json.count : protobuf.count, seq: lastSeq + 1)
    }
}
