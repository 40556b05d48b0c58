internal import CLinux
internal import Glibc
internal import SQLiteDriver

/// The directory that everything is stored in, as its operator sees it. Every call blocks as long as the disk does.
public struct DataDirectory: Sendable {
    public let path: String
    let settings: SQLiteSettings

    /// Files up to this size are read whole and checked at every start: more would delay it.
    static let checkedBytesMax: UInt64 = 64 << 20
    /// In a directory whose restore has not ended.
    static let restoringMark = "restore-is-not-complete"

    /// Why the directory cannot be used, in words that say what to do.
    public struct Problem: Error, Sendable {
        public let message: String

        public init(message: String) {
            self.message = message
        }
    }

    public init(_ path: String) {
        self.init(path, settings: SQLiteSettings())
    }

    init(_ path: String, settings: SQLiteSettings) {
        self.path = path
        self.settings = settings
    }

    func path(of file: StoreFile) -> String { "\(path)/\(file.name)" }

    // MARK: The state of its files

    /// A file, and how far its schema has come.
    public struct FileState: Sendable, Equatable {
        public let file: StoreFile
        /// Nil when there is no such file yet.
        public let schema: Int64?
        public let byteCount: UInt64
        /// The write-ahead log beside it.
        public let logByteCount: UInt64

        /// Steps that the next start takes.
        public var pending: [Int64] {
            let next = (schema ?? 0) + 1
            return next > file.newestSchema ? [] : Array(next...file.newestSchema)
        }

        public var isNewer: Bool { (schema ?? 0) > file.newestSchema }
    }

    /// Reads and writes nothing: a server may be running.
    public func states() throws(Problem) -> [FileState] {
        guard exists else { throw Problem(message: "There is no data directory \(path). Name another with --data.") }
        var states: [FileState] = []
        for file in StoreFile.allCases {
            let size = FileSystem.byteCount(path(of: file))
            var schema: Int64?
            if size != nil {
                schema = try attempt(file) { (path) throws(SQLiteError) in
                    try SQLiteInspection.schema(path: path, settings: settings)
                }
            }
            states.append(
                FileState(
                    file: file, schema: schema, byteCount: size ?? 0,
                    logByteCount: FileSystem.byteCount(path(of: file) + "-wal") ?? 0))
        }
        return states
    }

    /// Reads every file whole. Throws when one is damaged.
    public func verify() throws(Problem) {
        for state in try states() where state.schema != nil {
            try attempt(state.file) { (path) throws(SQLiteError) in
                try SQLiteInspection.check(path: path, .full, settings: settings)
            }
        }
    }

    /// Whether a server or a restore uses it now.
    public func isInUse() -> Bool { DirectoryLock.isHeld(directory: path) }

    /// Whether the directory is there at all.
    public var exists: Bool { FileSystem.isDirectory(path) }

    /// Makes a small file of this content, or replaces the one that is there. Whoever reads it sees the old or the new
    /// one, whole; it is on the disk when this returns.
    public func put(_ bytes: [UInt8], as name: String) throws(Problem) {
        let unfinished = "\(path)/\(name).new"
        unlink(unfinished)
        try FileCopy.write(bytes, to: unfinished)
        guard rename(unfinished, "\(path)/\(name)") == 0 else {
            throw Problem(message: StoreAdvice.words(system: errno, path: "\(path)/\(name)"))
        }
        try flush()
    }

    // MARK: Before a server uses it

    /// Makes the directory when it is not there, and keeps everybody else out of it until the lock is released.
    func lockForUse() throws(Problem) -> DirectoryLock {
        try make()
        let lock = try takeLock()
        guard FileSystem.byteCount("\(path)/\(Self.restoringMark)") == nil else {
            throw Problem(
                message: "A restore into \(path) has not ended, so its data is not complete. Empty the directory and "
                    + "restore again: martletd restore BACKUP --data \(path)")
        }
        return lock
    }

    /// Refuses what this program must not touch, before anything is touched: files of a newer version, damaged files.
    func refuseUnusable() throws(Problem) {
        for file in StoreFile.allCases {
            guard let size = FileSystem.byteCount(path(of: file)), size > 0 else { continue }
            try attempt(file) { (path) throws(SQLiteError) in
                try SQLiteMigration.refuseNewer(path: path, knowing: file.migrations, settings: settings)
                if size <= Self.checkedBytesMax {
                    try SQLiteInspection.check(path: path, .quick, settings: settings)
                }
            }
        }
    }

    /// Brings the schema of every file up to date. Refused while a server runs.
    public func migrate() throws(Problem) {
        let lock = try lockForUse()
        defer { lock.release() }
        try refuseUnusable()
        for file in StoreFile.allCases {
            try attempt(file) { (path) throws(SQLiteError) in
                try SQLiteStore<Void>.migrate(path: path, migrations: file.migrations, settings: settings)
            }
        }
    }

    /// Who else may look into it: everybody is kept out, and the operator is told of what cannot be corrected.
    ///
    /// - Returns: what was found, in words for the log.
    func closeToOthers() -> [String] {
        guard let (owner, mode) = FileSystem.access(path) else { return [] }
        var findings: [String] = []
        if owner != geteuid() {
            findings.append(
                "The data directory belongs to another user (\(owner)) than the server's (\(geteuid())): files made "
                    + "now may be out of reach for a server that runs as that user.")
        }
        if mode & 0o007 != 0 {
            let closed = chmod(path, mode & 0o770) == 0
            findings.append(
                closed
                    ? "Everybody could look into the data directory; now only its owner and group can."
                    : "Everybody can look into the data directory. Forbid it: chmod o= \(path)")
        }
        return findings
    }

    func make() throws(Problem) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw Problem(
            message: "The data directory \(path) cannot be made: \(String(cString: strerror(errno))). "
                + "Make its parent, or name another with --data.")
    }

    func takeLock() throws(Problem) -> DirectoryLock {
        do throws(DirectoryLock.Refused) {
            return try DirectoryLock(directory: path)
        } catch {
            if error.errno == EWOULDBLOCK {
                throw Problem(
                    message: "Another martletd uses the data directory \(path). End that one first, or name another "
                        + "directory with --data.")
            }
            throw Problem(message: StoreAdvice.words(system: error.errno, path: path))
        }
    }

    /// Does something with a file, and says what is wrong in words for the operator.
    func attempt<Value>(
        _ file: StoreFile, _ body: (String) throws(SQLiteError) -> Value
    ) throws(Problem) -> Value {
        do throws(SQLiteError) {
            return try body(path(of: file))
        } catch {
            throw Problem(message: StoreAdvice.words(error, file: path(of: file)))
        }
    }
}
