/// How a database file is opened.
public struct SQLiteSettings: Sendable {
    /// The page cache of the writer. The larger, the more chats are written without reading pages back.
    public var writerCacheBytes = 64 << 20
    /// The page cache of each reader.
    public var readerCacheBytes = 16 << 20
    /// Readers with a thread and a connection each.
    public var readerCount = 2
    /// Pages in the write-ahead log before a commit copies them into the file: larger means fewer, longer pauses.
    public var checkpointPages = 4_000
    /// The log is cut to this size after a checkpoint.
    public var journalBytesMax = 64 << 20
    public var busyMilliseconds: Int32 = 5_000
    /// Entries and bytes in one commit.
    public var commitEntriesMax = 64
    public var commitBytesMax = 256 << 10
    public var writeQueueMax = 16_384
    public var readQueueMax = 16_384

    public init() {}
}
