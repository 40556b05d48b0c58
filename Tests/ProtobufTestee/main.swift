import Glibc
import Protobuf
import TestMessages

// Requests on standard input and answers on standard output, each behind its length in four bytes, little-endian.

/// Nil at the end of the input.
func readFully(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
        let got = bytes.withUnsafeMutableBytes {
            read(STDIN_FILENO, $0.baseAddress?.advanced(by: filled), count - filled)
        }
        guard got > 0 else { return nil }
        filled += got
    }
    return bytes
}

func writeFully(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
        let put = bytes.withUnsafeBytes {
            write(STDOUT_FILENO, $0.baseAddress?.advanced(by: written), $0.count - written)
        }
        guard put > 0 else { return false }
        written += put
    }
    return true
}

let testee = Testee(messageTypes)

while let prefix = readFully(4) {
    let count = prefix.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard let bytes = readFully(count), let request = try? TesteeRequest(protobuf: bytes) else { exit(1) }
    let answer = testee.answer(request).protobufBytes()
    let length = (0..<4).map { UInt8(truncatingIfNeeded: answer.count >> ($0 * 8)) }
    guard writeFully(length + answer) else { exit(1) }
}
