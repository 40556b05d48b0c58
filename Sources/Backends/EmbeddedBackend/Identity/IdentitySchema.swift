internal import SQLiteDriver

/// The schema of `identity.db`. Each area has its own steps, in a file beside its tables.
enum IdentitySchema {
    static let migrations = [accounts, sessions, keys, people]
}
