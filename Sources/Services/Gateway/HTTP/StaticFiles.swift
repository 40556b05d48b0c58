internal import Glibc
internal import HTTPCodec
internal import Observability

/// The files of the web client, read once at the start: no path of a request ever reaches the file system.
struct StaticFiles: Sendable {
    private struct File: Sendable {
        let bytes: [UInt8]
        let type: String
    }

    /// A directory with more is not a web client.
    private static let fileCountMax = 4_096
    private static let fileBytesMax = 32 << 20

    /// By request path.
    private let files: [String: File]

    init() {
        files = [:]
    }

    /// Reads every file below `directory`, but not those whose names start with a dot.
    init(directory: String, logger: Logger) {
        var files: [String: File] = [:]
        Self.read(directory, at: "", into: &files)
        if files.isEmpty {
            logger.warning("There is no web client to serve.", ["directory": .system(directory)])
        }
        self.files = files
    }

    /// - Returns: nil when there is no such file.
    func response(path: String) -> HTTPResponse? {
        guard let file = files[path.hasSuffix("/") ? path + "index.html" : path] else { return nil }
        var response = HTTPResponse(status: 200, body: file.bytes)
        response.headers.add("Content-Type", file.type)
        response.headers.add("X-Content-Type-Options", "nosniff")
        response.headers.add("Cache-Control", "no-cache")
        return response
    }

    private static func read(_ directory: String, at path: String, into files: inout [String: File]) {
        guard let stream = opendir(directory) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream), files.count < fileCountMax {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard !name.hasPrefix(".") else { continue }
            if entry.pointee.d_type == UInt8(DT_DIR) {
                read("\(directory)/\(name)", at: "\(path)/\(name)", into: &files)
            } else if let bytes = contents(of: "\(directory)/\(name)") {
                files["\(path)/\(name)"] = File(bytes: bytes, type: type(of: name))
            }
        }
    }

    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= fileBytesMax {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return ferror(file) == 0 ? bytes : nil }
            bytes.append(contentsOf: chunk[..<count])
        }
        return nil
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "js", "mjs": "text/javascript; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "json": "application/json"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "webp": "image/webp"
        case "ico": "image/x-icon"
        case "wasm": "application/wasm"
        case "woff2": "font/woff2"
        case "webmanifest": "application/manifest+json"
        default: "application/octet-stream"
        }
    }
}
