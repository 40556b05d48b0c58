/// How the open files that the process may have are divided.
struct OpenFiles: Sendable {
    /// Stores, loops, signals and listening sockets, with room to spare.
    static let reserved = 128
    /// With fewer there is hardly anybody to serve.
    static let needed = 256

    let max: UInt64

    /// Nil leaves too few: the server would stand still at its first clients.
    init?(max: UInt64) {
        guard max >= Self.needed else { return nil }
        self.max = max
    }

    /// As many of the wanted connections as there are files for.
    func connections(of wanted: Int) -> Int { min(wanted, Int(clamping: max) - Self.reserved) }
}
