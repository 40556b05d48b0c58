/// What the process ends with.
enum ExitStatus {
    static let done: Int32 = 0
    /// It could not be done.
    static let failed: Int32 = 1
    /// The command line or the settings are wrong: nothing was tried.
    static let wrong: Int32 = 2
}
