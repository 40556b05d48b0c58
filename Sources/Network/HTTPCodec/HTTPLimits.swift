/// How large a message may be. Each limit stops one way to make the server keep bytes for nothing.
public struct HTTPLimits: Sendable, Equatable {
    /// Start line and fields together, in bytes; beyond it 431, or 414 when the start line alone is too long.
    public var headBytesMax: Int
    /// Field lines; beyond it 431.
    public var fieldsMax: Int
    /// The request target, in bytes; beyond it 414.
    public var targetBytesMax: Int
    /// The body as the application gets it, in bytes; beyond it 413, before the body is read when its length is given.
    public var bodyBytesMax: Int
    /// Chunk extensions of one body together, in bytes; beyond it 400. Nobody reads them, so they could carry a stream
    /// that no other limit counts.
    public var chunkExtensionBytesMax: Int
    /// The trailer section behind a chunked body, in bytes; beyond it 431. It is checked and thrown away.
    public var trailerBytesMax: Int

    public init(
        headBytesMax: Int = 16 << 10, fieldsMax: Int = 100, targetBytesMax: Int = 8 << 10,
        bodyBytesMax: Int = 1 << 20, chunkExtensionBytesMax: Int = 4 << 10, trailerBytesMax: Int = 8 << 10
    ) {
        self.headBytesMax = headBytesMax
        self.fieldsMax = fieldsMax
        self.targetBytesMax = targetBytesMax
        self.bodyBytesMax = bodyBytesMax
        self.chunkExtensionBytesMax = chunkExtensionBytesMax
        self.trailerBytesMax = trailerBytesMax
    }
}

/// Why a message was refused. The connection cannot go on: where the next message begins is unknown.
public struct HTTPDecodeError: Error, Sendable, Equatable {
    /// The status to answer with: 400, 413, 414, 417, 431, 501 or 505.
    public let status: Int
    /// What was wrong, without any byte of the message.
    public let reason: String

    public init(status: Int, reason: String) {
        self.status = status
        self.reason = reason
    }

    static func bad(_ reason: String) -> HTTPDecodeError { HTTPDecodeError(status: 400, reason: reason) }
}
