internal import SQLiteDriver

/// A file of the data directory: the store of one service. The one that is written most stands last, for backups.
public enum StoreFile: String, Sendable, CaseIterable {
    case identity, communication

    public var name: String { "\(rawValue).db" }

    /// The last step of its schema that this program knows.
    public var newestSchema: Int64 { Int64(migrations.count) }

    var migrations: [SQLiteMigration] {
        switch self {
        case .identity: IdentitySchema.migrations
        case .communication: CommunicationSchema.migrations
        }
    }
}
