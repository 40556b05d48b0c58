/// Looks at a database file and changes nothing in it.
public enum SQLiteInspection {
    /// How thorough a check is.
    public enum Check: Sendable {
        /// Every page is where it belongs and has its form.
        case quick
        /// Also every index has what its table has.
        case full
    }

    /// The number of the last step of its schema that a file has; 0 for a new one.
    public static func schema(path: String, settings: SQLiteSettings) throws(SQLiteError) -> Int64 {
        try SQLiteMigration.version(of: SQLiteConnection(path: path, role: .reader, settings: settings))
    }

    /// Reads the whole file. Throws `.corrupt` with the first finding when it is damaged.
    public static func check(path: String, _ check: Check, settings: SQLiteSettings) throws(SQLiteError) {
        let connection = try SQLiteConnection(path: path, role: .reader, settings: settings)
        let statement =
            switch check {
            case .quick: try connection.prepare("PRAGMA quick_check(1)")
            case .full: try connection.prepare("PRAGMA integrity_check(1)")
            }
        let finding = try statement.first({ _ in }, read: { $0.string(0) }) ?? ""
        guard finding == "ok" else {
            // Above it there is a line that says in which database.
            throw SQLiteError(.corrupt, message: "\(path): \(finding.split(separator: "\n").last ?? "damaged")")
        }
    }
}
