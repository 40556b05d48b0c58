/// How a database file is opened.
public struct SQLiteSettings: Sendable {
    /// The page cache of the writer. The larger, the more chats are written without reading pages back.
    public var writerCacheBytes = 64 << 20
    /// The page cache of each reader.
    public var readerCacheBytes = 16 << 20
    /// Readers with a thread and a connection each.
    public var readerCount = 2
    /// How long a statement waits for other connections, and closing for readers.
    public var busyMilliseconds: Int32 = 5_000

    // MARK: The write-ahead log

    /// How often a thread of its own copies the log into the file while something is written; at least 1. The shorter,
    /// the less is left for the writer to copy, and the more often the disk has to flush.
    public var checkpointMilliseconds = 100
    /// Pages in the log (256 MiB) above which the writer itself waits for readers and starts the log anew. Stops a log
    /// from filling the disk when readers or a slow disk keep it from being reused.
    public var walPagesMax = 65_536
    /// How long what was erased may still stand in the log. At 0 it is gone before the next commit, which is slow.
    public var eraseMilliseconds = 5_000
    /// How long the writer waits for readers when it empties the log or starts it anew. Every write waits with it.
    public var checkpointBusyMilliseconds: Int32 = 50
    /// After how long it tries again when readers did not let it.
    public var checkpointRetryMilliseconds = 1_000
    /// The log's file is cut to this size when it starts anew.
    public var journalBytesMax = 64 << 20

    // MARK: Queues

    /// Entries and bytes in one commit; a write that is larger goes alone. One key gets at most half of both.
    public var commitEntriesMax = 64
    public var commitBytesMax = 256 << 10
    /// Writes that may wait: as many as the writer drains in `writeQueueMilliseconds`, measured, but not less than
    /// `writeQueueMin` and never more than `writeQueueMax`.
    public var writeQueueMin = 1_024
    public var writeQueueMilliseconds = 200
    public var writeQueueMax = 65_536
    public var readQueueMax = 16_384

    public init() {}
}
