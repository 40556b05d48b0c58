/// How much may wait to be sent on one connection, and for how long.
public struct SendLimits: Sendable, Equatable {
    /// Below this many bytes a connection that lagged has caught up.
    public var lowBytes: Int
    /// Above this many bytes the connection lags: the application should hold back what can be fetched later.
    /// Stops a reader that is merely slow from filling its queue with what it will not read in time.
    public var softBytes: Int
    /// Above this many bytes the connection is closed. Stops a reader that does not read while others make the server
    /// send to it: without it each such reader takes memory without bound.
    public var hardBytes: Int
    /// Nothing accepted by the peer for this long, while something waits: the connection is closed. Stops a peer that
    /// has vanished or has shut its window, whose queue stays below every size limit, from holding it for ever.
    public var stallNanoseconds: UInt64
    /// What the kernel may hold unsent (`TCP_NOTSENT_LOWAT`). Without it the kernel takes megabytes that none of the
    /// limits above can see.
    public var kernelBytes: UInt32

    public init(
        lowBytes: Int = 64 << 10, softBytes: Int = 256 << 10, hardBytes: Int = 1 << 20,
        stallNanoseconds: UInt64 = 10_000_000_000, kernelBytes: UInt32 = 16 << 10
    ) {
        self.lowBytes = lowBytes
        self.softBytes = softBytes
        self.hardBytes = hardBytes
        self.stallNanoseconds = stallNanoseconds
        self.kernelBytes = kernelBytes
    }
}

/// Bytes that wait to be sent, in order. A pure value; see ``StreamConnection`` for the socket.
///
/// Chunks with an offset into the first: sent bytes are skipped, never moved. Small appends are joined so that a tick's
/// output leaves in one `send`; a lone one is kept by reference, so what is sent to a thousand is not copied.
public struct SendQueue: Sendable {
    /// What an append has led to.
    public enum Verdict: Sendable, Equatable {
        case ok
        /// Taken, but the queue is over its soft limit.
        case lagging
        /// Not taken: the queue would be over its hard limit.
        case overflow
    }

    /// Appends are joined up to this size.
    static let chunkBytes = 16 * 1024

    private var head: [UInt8] = []
    private var headOffset = 0
    private var rest: [[UInt8]] = []
    /// Bytes waiting.
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    /// Appends `bytes`. A single append of any size fits an empty queue, so that one long answer can be sent.
    public mutating func append(_ bytes: [UInt8], limits: SendLimits) -> Verdict {
        if isOverflow(bytes.count, limits) { return .overflow }
        if bytes.isEmpty { return verdict(limits) }
        if count == 0 {
            head = bytes
            headOffset = 0
        } else if !joinTail(bytes.count, { $0.append(contentsOf: bytes) }) {
            rest.append(bytes)
        }
        count += bytes.count
        return verdict(limits)
    }

    /// Appends a copy of `bytes`.
    public mutating func append(_ bytes: UnsafeRawBufferPointer, limits: SendLimits) -> Verdict {
        if isOverflow(bytes.count, limits) { return .overflow }
        if bytes.isEmpty { return verdict(limits) }
        if count > 0, joinTail(bytes.count, { $0.append(contentsOf: bytes) }) {
            count += bytes.count
            return verdict(limits)
        }
        return append([UInt8](bytes), limits: limits)
    }

    /// Gives the next bytes to send, as many as lie together.
    public func withNextBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        head.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[headOffset...])) }
    }

    /// The first `sent` bytes have been sent.
    public mutating func consumed(_ sent: Int) {
        var left = min(max(0, sent), count)
        count -= left
        while left > 0 {
            let inHead = head.count - headOffset
            if left < inHead {
                headOffset += left
                return
            }
            left -= inHead
            nextChunk()
        }
    }

    /// Forgets everything.
    public mutating func removeAll() { self = SendQueue() }

    private mutating func nextChunk() {
        headOffset = 0
        if rest.isEmpty {
            head = []
        } else {
            // Moves references, not bytes; the hard limit keeps them few.
            head = rest.removeFirst()
            if rest.isEmpty { rest = [] }
        }
    }

    private mutating func joinTail(_ added: Int, _ append: (inout [UInt8]) -> Void) -> Bool {
        if rest.isEmpty {
            if head.count + added > Self.chunkBytes { return false }
            append(&head)
        } else {
            if rest[rest.count - 1].count + added > Self.chunkBytes { return false }
            append(&rest[rest.count - 1])
        }
        return true
    }

    private func isOverflow(_ added: Int, _ limits: SendLimits) -> Bool {
        count > 0 && added > limits.hardBytes - count
    }

    private func verdict(_ limits: SendLimits) -> Verdict { count > limits.softBytes ? .lagging : .ok }
}
