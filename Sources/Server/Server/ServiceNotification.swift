internal import Glibc

/// Tells systemd how far the server is (sd_notify(3)): a unit of `Type=notify` counts as started when it is ready.
struct ServiceNotification: Sendable {
    enum State: String, Sendable {
        case ready = "READY=1"
        case stopping = "STOPPING=1"
    }

    /// Where it is told: a path, or a name that begins with `@`. Nil when nobody asks.
    private let socket: String?

    init(environment name: String = "NOTIFY_SOCKET") {
        socket = getenv(name).map { String(cString: $0) }
    }

    /// Nobody's failure: who asked learns nothing more when it cannot be told.
    func tell(_ state: State) {
        guard let socket, var address = Self.address(socket) else { return }
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + socket.utf8.count)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                let text = Array(state.rawValue.utf8)
                _ = sendto(descriptor, text, text.count, 0, pointer, length)
            }
        }
    }

    private static func address(_ socket: String) -> sockaddr_un? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(socket.utf8)
        guard name.count > 1, name.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        // An abstract name, which is in no directory.
        if name[0] == UInt8(ascii: "@") { name[0] = 0 }
        guard name[0] == 0 || name[0] == UInt8(ascii: "/") else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        return address
    }
}
