/// What the name of a file says about it.
enum FileName {
    /// Names of compressed siblings: `app.js.br` is `app.js`.
    static let codings: [(suffix: String, coding: ContentCoding)] = [(".br", .brotli), (".gz", .gzip)]

    private static let hashDigitsMin = 8

    static func contentType(_ name: String) -> String {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "js", "mjs": "text/javascript; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "txt": "text/plain; charset=utf-8"
        case "json", "map": "application/json"
        case "webmanifest": "application/manifest+json"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        case "webp": "image/webp"
        case "avif": "image/avif"
        case "ico": "image/x-icon"
        case "mp3": "audio/mpeg"
        case "ogg", "opus": "audio/ogg"
        case "wasm": "application/wasm"
        case "woff2": "font/woff2"
        default: "application/octet-stream"
        }
    }

    static func isWorthCompressing(_ type: String) -> Bool {
        type.hasPrefix("text/")
            || ["application/json", "application/manifest+json", "image/svg+xml", "application/wasm"]
                .contains(type)
    }

    /// Whether the name holds a hash of the content, as in `app.5f3e9a1c.js` or `app-5f3e9a1c.js`: other content would
    /// have another name, so it may be kept for ever.
    static func hasContentHash(_ name: String) -> Bool {
        let parts = name.split { $0 == "." || $0 == "-" }
        guard parts.count >= 3 else { return false }
        let hash = parts[parts.count - 2].utf8
        let isHexadecimal = hash.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        return hash.count >= hashDigitsMin && isHexadecimal && hash.contains { (0x30...0x39).contains($0) }
    }
}
