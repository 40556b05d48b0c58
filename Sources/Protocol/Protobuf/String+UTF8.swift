extension String {
    /// A copy of the bytes, which must be UTF-8. Through a span: the generic initializer of the standard library is not
    /// specialized for buffers and takes several times as long.
    @usableFromInline
    init(validatingUTF8 bytes: UnsafeRawBufferPointer) throws(ProtobufError) {
        do throws(UTF8.ValidationError) {
            self.init(copying: try UTF8Span(validating: bytes.assumingMemoryBound(to: UInt8.self).span))
        } catch {
            throw ProtobufError(.invalidUTF8)
        }
    }
}
