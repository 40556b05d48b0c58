internal import Basics
internal import Cryptography
internal import Glibc

/// Reads and writes whole files, and says what is in them.
enum FileCopy {
    struct Content {
        var byteCount: UInt64 = 0
        /// In lower-case hexadecimal digits.
        var sha256 = ""
    }

    private static let bufferBytes = 1 << 20

    static func digest(of path: String) throws(DataDirectory.Problem) -> Content {
        try read(path) { _ in 0 }
    }

    /// Makes a new file with what another has. It is on the disk when this returns.
    ///
    /// - Parameter byteCount: more is not copied.
    static func copy(
        from source: String, to target: String, expecting byteCount: UInt64
    ) throws(DataDirectory.Problem) -> Content {
        let descriptor = try make(target)
        defer { close(descriptor) }
        var copied: UInt64 = 0
        let content = try read(source) { bytes in
            copied += UInt64(bytes.count)
            guard copied <= byteCount else { return EFBIG }
            return append(bytes, to: descriptor)
        }
        guard fsync(descriptor) == 0 else { throw problem(errno, target) }
        return content
    }

    /// Makes a new file of these bytes. It is on the disk when this returns.
    static func write(_ bytes: [UInt8], to target: String) throws(DataDirectory.Problem) {
        let descriptor = try make(target)
        defer { close(descriptor) }
        let result = bytes.withUnsafeBytes { append($0, to: descriptor) }
        guard result == 0 else { throw problem(result, target) }
        guard fsync(descriptor) == 0 else { throw problem(errno, target) }
    }

    private static func make(_ path: String) throws(DataDirectory.Problem) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw problem(errno, path) }
        return descriptor
    }

    /// - Parameter take: gets the bytes in order; returns 0 or a system's error that ends it.
    private static func read(
        _ path: String, _ take: (UnsafeRawBufferPointer) -> Int32
    ) throws(DataDirectory.Problem) -> Content {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { close(descriptor) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bufferBytes, alignment: 1)
        defer { buffer.deallocate() }
        var (content, digest) = (Content(), SHA256Digest())
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count == 0 { break }
            guard count > 0 else { throw unreadable(path) }
            let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            digest.update(piece)
            content.byteCount += UInt64(count)
            let result = take(piece)
            guard result == 0 else { throw problem(result, path) }
        }
        content.sha256 = Hexadecimal.encode(digest.finish())
        return content
    }

    private static func append(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
            guard count > 0 else { return errno }
            rest = rest.dropFirst(count)
        }
        return 0
    }

    private static func unreadable(_ path: String) -> DataDirectory.Problem {
        DataDirectory.Problem(message: "\(path) cannot be read: \(String(cString: strerror(errno))).")
    }

    private static func problem(_ number: Int32, _ path: String) -> DataDirectory.Problem {
        DataDirectory.Problem(message: StoreAdvice.words(system: number, path: path))
    }
}
