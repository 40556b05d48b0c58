internal import Glibc
internal import SQLiteDriver

/// What an operator can do about a file that cannot be used.
enum StoreAdvice {
    /// The whole: what happened to which file, and what to do.
    static func words(_ error: SQLiteError, file path: String) -> String {
        let message = error.message.hasPrefix(path) ? error.message : "\(path): \(error.message)"
        return "\(message). \(remedy(error.code))"
    }

    /// The same for what the operating system refused.
    static func words(system number: Int32, path: String) -> String {
        let code: SQLiteError.Code =
            switch number {
            case ENOSPC, EDQUOT: .full
            case EMFILE, ENFILE: .noDescriptors
            default: .readOnly
            }
        return "\(path): \(String(cString: strerror(number))). \(remedy(code))"
    }

    /// One sentence or two.
    static func remedy(_ code: SQLiteError.Code) -> String {
        switch code {
        case .full: "Make room on the disk. Nothing that was acknowledged is lost."
        case .readOnly, .cannotOpen:
            "Let the server's user (\(geteuid())) write the data directory and every file in it (chown -R), on a disk "
                + "that is not read-only; or name another directory with --data."
        case .busy: "Try again. If it stays, another program holds the file: end that one."
        case .corrupt:
            "The file is damaged. Keep a copy of it, and restore the last backup into a new directory: "
                + "martletd restore BACKUP --data NEW"
        case .newerSchema:
            "The file was not touched. Start the version that wrote it, or restore a backup from before the upgrade."
        case .noDescriptors: "The process may open no more files. Raise its limit (LimitNOFILE=, ulimit -n)."
        case .overloaded: "It works through what waits; callers try again."
        case .constraint, .other: "If it stays, check the files: martletd status --verify"
        }
    }
}
