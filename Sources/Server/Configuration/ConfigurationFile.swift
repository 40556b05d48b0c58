internal import Glibc

/// A file that the operator named, read whole.
public struct ConfigurationFile: Sendable {
    public let path: String
    public let bytes: [UInt8]
    /// Others than the owner and the group may read it.
    public let isWorldReadable: Bool

    /// A configuration is a few kilobytes; what is larger is some other file.
    public static let bytesMax = 256 << 10

    /// Why it cannot be read, in words for the operator.
    public struct ReadError: Error, Sendable, Equatable {
        public let message: String
    }

    init(path: String, bytes: [UInt8], isWorldReadable: Bool = false) {
        self.path = path
        self.bytes = bytes
        self.isWorldReadable = isWorldReadable
    }

    /// Reads it. Blocks as long as the disk does.
    public static func read(_ path: String, bytesMax: Int = bytesMax) throws(ReadError) -> ConfigurationFile {
        // Not waiting: the name may be that of a pipe that nobody writes.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw ReadError(message: "\(path) is no file.") }
        guard status.st_size <= bytesMax else {
            throw ReadError(message: "\(path) is larger than \(bytesMax) bytes: is it the right file?")
        }
        return ConfigurationFile(
            path: path, bytes: try read(descriptor, path, bytesMax: bytesMax),
            isWorldReadable: status.st_mode & S_IROTH != 0)
    }

    private static func read(_ descriptor: Int32, _ path: String, bytesMax: Int) throws(ReadError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            guard count > 0 else { throw failure(path, errno) }
            bytes += chunk[..<count]
            guard bytes.count <= bytesMax else {
                throw ReadError(message: "\(path) is larger than \(bytesMax) bytes: is it the right file?")
            }
        }
    }

    private static func failure(_ path: String, _ number: Int32) -> ReadError {
        ReadError(message: "\(path) cannot be read: \(String(cString: strerror(number))).")
    }
}
