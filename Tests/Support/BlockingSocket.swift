internal import Glibc

/// A blocking client socket, for tests only.
public final class BlockingSocket {
    public let descriptor: Int32

    public struct CannotConnect: Error {
        public let errno: Int32
    }

    /// - Parameter receiveBuffer: bytes; a small one makes a slow reader.
    public init(port: UInt16, receiveBuffer: Int32? = nil) throws(CannotConnect) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        if var receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw CannotConnect(errno: errno) }
    }

    deinit { Glibc.close(descriptor) }

    public func write(_ bytes: [UInt8]) {
        var left = bytes[...]
        while !left.isEmpty {
            let sent = left.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if sent <= 0 { return }
            left = left.dropFirst(sent)
        }
    }

    public func write(_ text: String) { write(Array(text.utf8)) }

    /// Up to `count` bytes; fewer when the peer ends the connection.
    public func read(_ count: Int) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while all.count < count {
            let got = recv(descriptor, &buffer, min(buffer.count, count - all.count), 0)
            if got <= 0 { break }
            all += buffer[..<got]
        }
        return all
    }

    /// What has come, at most 64 KiB, waiting for the first byte; empty at the end of the connection.
    public func readSome() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let got = recv(descriptor, &buffer, buffer.count, 0)
        return Array(buffer[..<max(0, got)])
    }

    public func readText(_ count: Int) -> String { String(decoding: read(count), as: UTF8.self) }

    public func endOutput() { shutdown(descriptor, Int32(SHUT_WR)) }
}
