/// Something that a later version adds to a certificate. None is known yet.
public struct CertificateExtension: Equatable, Sendable {
    public static let dataByteCounts = 0...512

    /// Of types from here on, who does not know one must refuse the certificate; others are passed over.
    public static let firstCriticalType: UInt16 = 0x8000

    public let type: UInt16
    public let data: [UInt8]

    public init(type: UInt16, data: [UInt8]) {
        self.type = type
        self.data = data
    }

    public var isCritical: Bool { type >= Self.firstCriticalType }

    static func decode(_ reader: inout FormatReader) throws(FormatError) -> CertificateExtension {
        CertificateExtension(type: try reader.uint16(), data: try reader.opaque(dataByteCounts))
    }

    func encode(to writer: inout FormatWriter) throws(FormatError) {
        writer.uint16(type)
        try writer.opaque(data, Self.dataByteCounts)
    }
}
