internal import Glibc
internal import SQLiteDriver

extension DataDirectory {
    /// A file of a backup, as its manifest describes it.
    public struct BackupFile: Sendable, Equatable {
        public let file: StoreFile
        public let schema: Int64
        public let byteCount: UInt64
        /// In lower-case hexadecimal digits.
        public let sha256: String

        public init(file: StoreFile, schema: Int64, byteCount: UInt64, sha256: String) {
            (self.file, self.schema, self.byteCount, self.sha256) = (file, schema, byteCount, sha256)
        }
    }

    /// Copies every file as it is at one moment, while servers go on writing; each copy is checked whole.
    ///
    /// All files are of the same moment: what one of them refers to in another is there.
    ///
    /// - Parameters:
    ///   - target: a directory that is empty, or is not there yet.
    ///   - progress: a file, the bytes of it that are copied, and those of the whole.
    public func backUp(
        to target: String, progress: (StoreFile, Int, Int) -> Void
    ) throws(Problem) -> [BackupFile] {
        let missing = try states().filter { $0.schema == nil }
        guard missing.isEmpty else {
            throw Problem(message: "There is nothing to back up: \(path) has no \(missing[0].file.name).")
        }
        let copy = DataDirectory(target, settings: settings)
        try copy.makeEmpty()
        let files = StoreFile.allCases
        let snapshots = try Self.attempt(path) { () throws(SQLiteError) in
            try SQLiteSnapshot.take(of: files.map { path(of: $0) }, settings: settings)
        }
        var made: [BackupFile] = []
        for (file, snapshot) in zip(files, snapshots) {
            let path = copy.path(of: file)
            try Self.attempt(path) { () throws(SQLiteError) in
                try snapshot.copy(to: path, settings: settings) { done, all in progress(file, done, all) }
                try SQLiteInspection.check(path: path, .full, settings: settings)
            }
            let content = try FileCopy.digest(of: path)
            made.append(
                BackupFile(
                    file: file, schema: snapshot.schema, byteCount: content.byteCount, sha256: content.sha256))
        }
        try copy.flush()
        return made
    }

    /// Makes the directory if need be. Throws when there is something in it.
    func makeEmpty() throws(Problem) {
        try make()
        guard let names = FileSystem.names(in: path) else {
            throw Problem(message: StoreAdvice.words(system: errno, path: path))
        }
        // What the system puts into the root of a disk is not ours to mind.
        guard names.allSatisfy({ $0 == "lost+found" }) else {
            throw Problem(
                message: "\(path) is not empty: \(names[0]) is in it. Name a directory that is empty or not there yet.")
        }
    }

    /// The names of the files outlast a power cut as their contents do.
    func flush() throws(Problem) {
        let result = FileSystem.flush(path)
        guard result == 0 else { throw Problem(message: StoreAdvice.words(system: result, path: path)) }
    }

    static func attempt<Value>(
        _ path: String, _ body: () throws(SQLiteError) -> Value
    ) throws(Problem) -> Value {
        do throws(SQLiteError) {
            return try body()
        } catch {
            throw Problem(message: StoreAdvice.words(error, file: path))
        }
    }
}
