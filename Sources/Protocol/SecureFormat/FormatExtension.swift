/// Something that a later version adds to a certificate or an envelope. None is known yet.
public struct FormatExtension: Equatable, Sendable {
    public static let dataByteCounts = 0...512
    /// Of all extensions of one structure together.
    static let listByteCounts = 0...1_024

    /// Of types from here on, who does not know one must refuse the whole; others are passed over.
    public static let firstCriticalType: UInt16 = 0x8000

    public let type: UInt16
    public let data: [UInt8]

    public init(type: UInt16, data: [UInt8]) {
        self.type = type
        self.data = data
    }

    public var isCritical: Bool { type >= Self.firstCriticalType }

    /// Extensions by rising type, each once.
    static func decodeList(_ reader: inout FormatReader) throws(FormatError) -> [FormatExtension] {
        var inside = try reader.vector(listByteCounts)
        var extensions: [FormatExtension] = []
        while inside.remaining > 0 {
            let type = try inside.uint16()
            if let last = extensions.last, last.type >= type { throw .extensionOrder }
            extensions.append(FormatExtension(type: type, data: try inside.opaque(dataByteCounts)))
        }
        return extensions
    }

    static func encodeList(_ extensions: [FormatExtension], to writer: inout FormatWriter) throws(FormatError) {
        for (earlier, later) in zip(extensions, extensions.dropFirst()) where earlier.type >= later.type {
            throw .extensionOrder
        }
        try writer.vector(listByteCounts) { (inside) throws(FormatError) in
            for one in extensions {
                inside.uint16(one.type)
                try inside.opaque(one.data, dataByteCounts)
            }
        }
    }
}
