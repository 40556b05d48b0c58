internal import COpenSSL
public import E2EE

extension OpenSSL {
    public static func random(_ count: Int) throws(PrimitiveFailure) -> [UInt8] {
        guard let count = Int32(exactly: count), count >= 0 else { throw PrimitiveFailure() }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        guard RAND_bytes(&bytes, count) == 1 else { throw failure() }
        return bytes
    }
}
