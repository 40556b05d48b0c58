internal import Glibc

/// What a directory's keeper asks of the file system.
enum FileSystem {
    /// Nil when there is nothing of that name.
    static func byteCount(_ path: String) -> UInt64? {
        var status = stat()
        return stat(path, &status) == 0 ? UInt64(clamping: status.st_size) : nil
    }

    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func access(_ path: String) -> (owner: uid_t, mode: mode_t)? {
        var status = stat()
        return stat(path, &status) == 0 ? (status.st_uid, status.st_mode & 0o7777) : nil
    }

    /// The names in a directory, sorted; nil when it cannot be read.
    static func names(in path: String) -> [String]? {
        guard let directory = opendir(path) else { return nil }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes what was written to a file or a directory's list of names outlast a power cut.
    ///
    /// - Returns: 0 or the system's error.
    static func flush(_ path: String) -> Int32 {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        return fsync(descriptor) == 0 ? 0 : errno
    }
}
