internal import Glibc

/// A directory of its own, removed with its files at the end.
public final class TemporaryDirectory: Sendable {
    public let path: String

    public struct CannotMake: Error {
        public let errno: Int32
    }

    public init() throws(CannotMake) {
        // mkdtemp replaces the last six characters.
        var template = Array("/tmp/martlet-test-\(String(repeating: "X", count: 6))".utf8CString)
        guard let path = mkdtemp(&template) else { throw CannotMake(errno: errno) }
        self.path = String(cString: path)
    }

    deinit {
        guard let stream = opendir(path) else { return }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            unlink("\(path)/\(name)")
        }
        closedir(stream)
        rmdir(path)
    }
}
