internal import Glibc
internal import Observability

/// The files of the web client, read once at the start: no path of a request ever reaches the file system, no request
/// waits for a disk, and entity tags and compressed forms are made once. A client is a few megabytes; what is larger
/// than the bounds below is no web client and is left out, with a warning.
struct StaticFiles: Sendable {
    static let filesMax = 4_096
    static let fileBytesMax = 16 << 20
    /// All files together, with their compressed forms.
    static let totalBytesMax = 64 << 20
    static let depthMax = 16

    /// By request path.
    private let files: [String: StaticFile]

    init() {
        files = [:]
    }

    /// Reads every file below `directory`, but not those whose names start with a dot, and none that a symbolic link
    /// fetches from elsewhere.
    init(directory: String, logger: Logger) {
        var reader = DirectoryReader(root: directory)
        reader.readAll()
        var files: [String: StaticFile] = [:]
        var total = 0
        for (path, found) in reader.found.sorted(by: { $0.key < $1.key }) where !reader.isSibling(path) {
            let file = StaticFile(
                found.bytes, name: path, modified: found.modified, precompressed: reader.siblings(of: path))
            guard total + file.byteCount <= Self.totalBytesMax else {
                reader.leftOut += 1
                continue
            }
            total += file.byteCount
            files[path] = file
        }
        self.files = files
        if files.isEmpty {
            logger.warning("There is no web client to serve.", ["directory": .system(directory)])
        }
        if reader.leftOut > 0 {
            logger.warning(
                "Files of the web client are not served: they are too many, too large, or links to elsewhere.",
                ["directory": .system(directory), "files": .integer(reader.leftOut)])
        }
    }

    /// - Returns: nil when there is no such file.
    func file(path: String) -> StaticFile? { files[path.hasSuffix("/") ? path + "index.html" : path] }

    /// Walks a directory.
    private struct DirectoryReader {
        struct Found {
            let bytes: [UInt8]
            let modified: UInt64
        }

        private let root: String
        private(set) var found: [String: Found] = [:]
        private var bytesRead = 0
        var leftOut = 0

        init(root: String) { self.root = Self.resolved(root) ?? root }

        mutating func readAll() { read(root, at: "", depth: 0) }

        /// Whether the file is a compressed form of another one that is there.
        func isSibling(_ path: String) -> Bool {
            FileName.codings.contains { path.hasSuffix($0.suffix) && found[String(path.dropLast(3))] != nil }
        }

        func siblings(of path: String) -> [ContentCoding: [UInt8]] {
            var siblings: [ContentCoding: [UInt8]] = [:]
            for (suffix, coding) in FileName.codings { siblings[coding] = found[path + suffix]?.bytes }
            return siblings
        }

        private mutating func read(_ directory: String, at path: String, depth: Int) {
            guard depth < StaticFiles.depthMax, let stream = opendir(directory) else { return }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if !name.hasPrefix(".") { take("\(directory)/\(name)", at: "\(path)/\(name)", depth: depth) }
            }
        }

        private mutating func take(_ location: String, at path: String, depth: Int) {
            var facts = stat()
            // Where links lead must be inside; what they are called outside does not count.
            guard let resolved = Self.resolved(location), resolved.hasPrefix(root + "/"), stat(resolved, &facts) == 0
            else {
                leftOut += 1
                return
            }
            switch facts.st_mode & S_IFMT {
            case S_IFDIR: read(location, at: path, depth: depth + 1)
            case S_IFREG:
                guard found.count < StaticFiles.filesMax, facts.st_size <= StaticFiles.fileBytesMax,
                    bytesRead + facts.st_size <= StaticFiles.totalBytesMax, let bytes = Self.contents(of: resolved)
                else {
                    leftOut += 1
                    return
                }
                bytesRead += bytes.count
                found[path] = Found(bytes: bytes, modified: UInt64(max(0, facts.st_mtim.tv_sec)))
            default: leftOut += 1
            }
        }

        private static func resolved(_ path: String) -> String? {
            guard let real = realpath(path, nil) else { return nil }
            defer { free(real) }
            return String(cString: real)
        }

        private static func contents(of path: String) -> [UInt8]? {
            guard let file = fopen(path, "r") else { return nil }
            defer { fclose(file) }
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 64 << 10)
            while bytes.count <= StaticFiles.fileBytesMax {
                let count = fread(&chunk, 1, chunk.count, file)
                if count == 0 { return ferror(file) == 0 ? bytes : nil }
                bytes.append(contentsOf: chunk[..<count])
            }
            return nil
        }
    }
}
