/// How soon a write is due. A commit takes what waits in this order, and leaves some room for each.
public enum SQLiteWriteClass: Int, Sendable, CaseIterable {
    /// Somebody looks at the screen until it is done: a message that is sent.
    case urgent
    /// Every other command.
    case normal
    /// What nobody waits for and can be repeated: positions.
    case background
}
