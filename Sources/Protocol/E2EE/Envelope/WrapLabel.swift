internal import SecureFormat

/// What a wrapped content key is bound to: it does not unwrap for another message or another device.
enum WrapLabel {
    static func bytes(headerHash: [UInt8], deviceID: UInt64) throws(FormatError) -> [UInt8] {
        var writer = FormatWriter()
        try writer.label("martlet envelope v1 wrap")
        try writer.fixed(headerHash, EnvelopeHeader.hashByteCount)
        writer.uint64(deviceID)
        return writer.bytes
    }
}
