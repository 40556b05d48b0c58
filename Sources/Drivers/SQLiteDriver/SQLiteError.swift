internal import CSQLite
internal import Glibc

/// What SQLite refused, with its extended result code (sqlite.org/rescode.html).
public struct SQLiteError: Error, Equatable, Sendable {
    public enum Code: Sendable {
        /// No room on the disk.
        case full
        /// The file or its directory may not be written.
        case readOnly
        /// Another connection holds the file for longer than we wait.
        case busy
        /// The file is damaged or is not a database.
        case corrupt
        /// A row breaks a rule of its table: our bug, unless the statement expects it.
        case constraint
        /// The file cannot be opened.
        case cannotOpen
        /// The database was written by a newer version of this program.
        case newerSchema
        /// The process may open no more files.
        case noDescriptors
        /// More writes or reads wait than may wait.
        case overloaded
        /// Anything else; `resultCode` tells.
        case other
    }

    public let code: Code
    public let resultCode: Int32
    /// SQLite's own words. They never hold bound values.
    public let message: String

    public init(_ code: Code, resultCode: Int32 = 0, message: String) {
        self.code = code
        self.resultCode = resultCode
        self.message = message
    }

    /// What a connection says of its last call, with what the operating system said to it.
    init(resultCode: Int32, of handle: OpaquePointer) {
        let (code, systemError) = (Self.code(of: resultCode), sqlite3_system_errno(handle))
        var message = String(cString: sqlite3_errmsg(handle))
        // Only these come from the system; of others its number is left over from an earlier call.
        guard [SQLITE_IOERR, SQLITE_CANTOPEN].contains(resultCode & 0xFF), systemError != 0 else {
            self.init(code, resultCode: resultCode, message: message)
            return
        }
        message += " (\(String(cString: strerror(systemError))))"
        self.init(Self.code(ofSystem: systemError) ?? code, resultCode: resultCode, message: message)
    }

    private static func code(ofSystem number: Int32) -> Code? {
        switch number {
        case ENOSPC, EDQUOT, EFBIG: .full
        case EROFS, EACCES, EPERM: .readOnly
        case EMFILE, ENFILE: .noDescriptors
        default: nil
        }
    }

    private static func code(of resultCode: Int32) -> Code {
        switch resultCode & 0xFF {
        case SQLITE_FULL: .full
        case SQLITE_READONLY, SQLITE_PERM: .readOnly
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
        case SQLITE_CONSTRAINT: .constraint
        case SQLITE_CANTOPEN: .cannotOpen
        default: .other
        }
    }
}
