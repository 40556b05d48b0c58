internal import Configuration
internal import EmbeddedBackend
internal import Glibc
internal import Protobuf

/// `server.json` in the data directory: which process serves it, and where. It is there as long as the server runs, and
/// after one that was killed, so it counts only while the directory is in use.
struct RunFile: Sendable, Equatable {
    static let name = "server.json"
    private static let bytesMax = 4 << 10

    let pid: Int
    let version: String
    let address: String
    /// RFC 3339, in UTC.
    let startedAt: String

    func write(to directory: DataDirectory) throws(DataDirectory.Problem) {
        let json = JSONText.object([
            "pid": .number(pid), "version": .text(version), "address": .text(address), "startedAt": .text(startedAt),
        ])
        try directory.put(Array("\(json.line)\n".utf8), as: Self.name)
    }

    static func remove(from directory: DataDirectory) {
        unlink("\(directory.path)/\(name)")
    }

    /// Nil when there is none, or none that can be read.
    static func read(from directory: DataDirectory) -> RunFile? {
        guard let file = try? ConfigurationFile.read("\(directory.path)/\(name)", bytesMax: bytesMax),
            let fields = try? ProtobufStruct(json: file.bytes).fields, let pid = fields["pid"]?.number,
            let version = fields["version"]?.text, let address = fields["address"]?.text,
            let startedAt = fields["startedAt"]?.text
        else { return nil }
        return RunFile(pid: pid, version: version, address: address, startedAt: startedAt)
    }
}
