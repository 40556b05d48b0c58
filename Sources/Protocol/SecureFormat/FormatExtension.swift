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
            extensions.append(FormatExtension(type: try inside.uint16(), data: try inside.opaque(dataByteCounts)))
        }
        try checkOrder(extensions)
        return extensions
    }

    static func encodeList(_ extensions: [FormatExtension], to writer: inout FormatWriter) throws(FormatError) {
        try checkOrder(extensions)
        try writer.vector(listByteCounts) { (inside) throws(FormatError) in
            for one in extensions {
                inside.uint16(one.type)
                try inside.opaque(one.data, dataByteCounts)
            }
        }
    }

    private static func checkOrder(_ extensions: [FormatExtension]) throws(FormatError) {
        for (earlier, later) in zip(extensions, extensions.dropFirst()) where earlier.type >= later.type {
            throw .extensionOrder
        }
    }
}
