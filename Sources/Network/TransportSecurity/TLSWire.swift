internal import CTLS

/// What OpenSSL reads from and writes to: the ciphertext that is being taken in, and that which waits to be sent.
///
/// OpenSSL's own BIOs in memory keep their buffers for good. This one borrows the input for the length of a call, and
/// has no output buffer while nothing waits. Confined to its stream's loop.
final class TLSWire {
    /// Sent bytes are skipped until there are so many, and then dropped: a reader that keeps up but never takes all
    /// would otherwise have us hold whatever it has ever been sent.
    private static let skippedBytesMax = 64 * 1024

    private var input = UnsafeRawBufferPointer(start: nil, count: 0)
    private var outgoing: [UInt8] = []
    private var outgoingOffset = 0
    /// The first byte that ever came, which tells TLS from what is not.
    private(set) var firstByte: UInt8?

    /// Ciphertext that waits to be sent.
    var outgoingBytes: Int { outgoing.count - outgoingOffset }
    /// With what has been sent and is still held.
    var heldBytes: Int { outgoing.count }

    /// A BIO that reads and writes here; nil when there is no memory. Must be freed before the wire is.
    func makeBIO() -> OpaquePointer? {
        guard let method = Self.method.pointer, let bio = BIO_new(method) else { return nil }
        BIO_set_data(bio, Unmanaged.passUnretained(self).toOpaque())
        BIO_set_init(bio, 1)
        return bio
    }

    /// Lends `ciphertext` to OpenSSL for the length of `body`.
    func lending<Result>(_ ciphertext: UnsafeRawBufferPointer, _ body: () -> Result) -> Result {
        if firstByte == nil { firstByte = ciphertext.first }
        input = ciphertext
        defer { input = UnsafeRawBufferPointer(start: nil, count: 0) }
        return body()
    }

    func withOutgoing(_ body: (UnsafeRawBufferPointer) -> Int) -> Int {
        outgoing.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[outgoingOffset...])) }
    }

    func sent(_ count: Int) {
        outgoingOffset += min(max(0, count), outgoingBytes)
        if outgoingOffset == outgoing.count {
            outgoing = []
            outgoingOffset = 0
        } else if outgoingOffset >= Self.skippedBytesMax {
            outgoing.removeFirst(outgoingOffset)
            outgoingOffset = 0
        }
    }

    private func read(into room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, input.count)
        room.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[..<count]))
        input = UnsafeRawBufferPointer(rebasing: input[count...])
        return count
    }

    // MARK: Callbacks

    /// Proof: set once, before anybody can see it, and never changed; OpenSSL only reads it.
    private struct Method: @unchecked Sendable {
        let pointer: OpaquePointer?
    }

    private static let method = Method(pointer: makeMethod())

    private static func makeMethod() -> OpaquePointer? {
        guard let method = BIO_meth_new(BIO_get_new_index() | Int32(BIO_TYPE_SOURCE_SINK), "martlet") else {
            return nil
        }
        BIO_meth_set_read(method, readCallback)
        BIO_meth_set_write(method, writeCallback)
        BIO_meth_set_ctrl(method, controlCallback)
        return method
    }

    private static func owner(of bio: OpaquePointer?) -> TLSWire? {
        guard let data = BIO_get_data(bio) else { return nil }
        return Unmanaged<TLSWire>.fromOpaque(data).takeUnretainedValue()
    }

    private static let readCallback: @convention(c) (OpaquePointer?, UnsafeMutablePointer<CChar>?, Int32) -> Int32 = {
        bio, room, count in
        guard let bio, let wire = owner(of: bio), let room, count > 0 else { return -1 }
        let read = wire.read(into: UnsafeMutableRawBufferPointer(start: room, count: Int(count)))
        return read > 0 ? Int32(read) : ctls_bio_retry_read(bio)
    }

    private static let writeCallback: @convention(c) (OpaquePointer?, UnsafePointer<CChar>?, Int32) -> Int32 = {
        bio, bytes, count in
        guard let wire = owner(of: bio), let bytes, count > 0 else { return -1 }
        wire.outgoing.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        return count
    }

    private static let controlCallback: @convention(c) (OpaquePointer?, Int32, Int, UnsafeMutableRawPointer?) -> Int = {
        _, command, _, _ in
        command == BIO_CTRL_FLUSH ? 1 : 0
    }
}
