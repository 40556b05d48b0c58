internal import Protobuf
internal import SQLiteDriver
internal import WireProtocol

/// Content as two columns, so that it can be read without its keys. Each is an encoding of its own; one after the other
/// they are that of the whole.
extension Content {
    init?(_ row: SQLiteStatement, content: Int32, keys: Int32) {
        guard !row.isNull(content) else { return nil }
        var bytes = row.bytes(content)
        if !row.isNull(keys) { bytes += row.bytes(keys) }
        guard let content = try? Content(protobuf: bytes) else { return nil }
        self = content
    }

    var bytesWithoutKeys: [UInt8] {
        guard !keys.isEmpty else { return protobufBytes() }
        var content = self
        content.keys = []
        return content.protobufBytes()
    }

    /// nil when there are none.
    var keyBytes: [UInt8]? {
        keys.isEmpty ? nil : Content(keys: keys).protobufBytes()
    }
}
