internal import Glibc
internal import SQLiteDriver

extension DataDirectory {
    /// Fills this directory, which is empty or not there yet, with a backup that is what its manifest says.
    ///
    /// Positions may have gone back since clients saw them: the message store gets another incarnation, by which they
    /// know that what they remember is void. Until everything is in its place a mark keeps servers from starting.
    public func restore(_ files: [BackupFile], from backup: String) throws(Problem) {
        try Self.check(files, of: backup)
        try makeEmpty()
        let lock = try takeLock()
        defer { lock.release() }
        let mark = "\(path)/\(Self.restoringMark)"
        try FileCopy.write([], to: mark)
        try flush()
        for file in files {
            let made = try FileCopy.copy(
                from: "\(backup)/\(file.file.name)", to: path(of: file.file), expecting: file.byteCount)
            // What was read just now, perhaps not what was checked before.
            guard made.sha256 == file.sha256 else { throw Self.changed(file.file, of: backup) }
        }
        try attempt(.communication) { (path) throws(SQLiteError) in
            let connection = try SQLiteConnection(path: path, role: .writer, settings: settings)
            try StoreTable.renewIncarnation(on: connection)
        }
        try flush()
        guard unlink(mark) == 0 else { throw Problem(message: StoreAdvice.words(system: errno, path: mark)) }
        try flush()
    }

    /// Before anything is made: the backup is whole, and of a version that this program can serve.
    private static func check(_ files: [BackupFile], of backup: String) throws(Problem) {
        for wanted in StoreFile.allCases where !files.contains(where: { $0.file == wanted }) {
            throw Problem(message: "The backup \(backup) is not complete: \(wanted.name) is missing. Use another.")
        }
        for file in files {
            guard file.schema <= file.file.newestSchema else {
                throw Problem(
                    message: "The backup \(backup) is of a newer version: \(file.file.name) has schema \(file.schema), "
                        + "this program knows \(file.file.newestSchema). Restore it with the version that made it.")
            }
            let content = try FileCopy.digest(of: "\(backup)/\(file.file.name)")
            guard content.byteCount == file.byteCount, content.sha256 == file.sha256 else {
                throw changed(file.file, of: backup)
            }
        }
    }

    private static func changed(_ file: StoreFile, of backup: String) -> Problem {
        Problem(
            message: "\(backup)/\(file.name) is not what the manifest says: it was changed or is damaged. Use another "
                + "backup.")
    }
}
