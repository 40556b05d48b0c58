internal import COpenSSL
internal import E2EE

/// How OpenSSL's `i2d` functions are called: once for the length, once for the bytes.
enum DER {
    typealias Output = UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>

    static func encoding(_ write: (Output?) -> Int32) throws(PrimitiveFailure) -> [UInt8] {
        let count = write(nil)
        guard count > 0 else { throw OpenSSL.failure() }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        let written = bytes.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            return write(&start)
        }
        guard written == count else { throw OpenSSL.failure() }
        return bytes
    }
}
