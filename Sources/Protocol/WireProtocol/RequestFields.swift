internal import Basics
internal import Protobuf

/// The fields of a request that has no body, as path and query hold them: what their JSON values say, without quotes.
struct RequestFields {
    private var fields: [(name: String, value: String)]

    init(_ request: some ProtobufMessage) {
        fields = Self.fields(of: request)
    }

    private static func fields(of message: some ProtobufMessage) -> [(name: String, value: String)] {
        message.jsonBytes().withUnsafeBytes { document in
            do throws(ProtobufError) {
                return try read(document)
            } catch {
                preconditionFailure("the JSON that was just written cannot be read: \(error)")
            }
        }
    }

    private static func read(_ document: UnsafeRawBufferPointer) throws(ProtobufError) -> [(
        name: String, value: String
    )] {
        var fields: [(name: String, value: String)] = []
        var reader = JSONReader(document)
        try reader.beginObject()
        while let key = try reader.nextKey() {
            let name = String(decoding: key, as: UTF8.self)
            fields.append((name, try value(try reader.readRawValue())))
        }
        return fields
    }

    private static func value(_ raw: UnsafeRawBufferPointer) throws(ProtobufError) -> String {
        guard raw.first == UInt8(ascii: "\"") else { return String(decoding: raw, as: UTF8.self) }
        var reader = JSONReader(raw)
        return try reader.readString()
    }

    /// The value of a field of the path; it does not stand in the query then.
    mutating func take(_ name: Substring) -> String? {
        guard let index = fields.firstIndex(where: { $0.name == name }) else { return nil }
        return fields.remove(at: index).value
    }

    /// With its `?`; without the fields that a request has by itself.
    func query(beside empty: some ProtobufMessage) -> String {
        let implied = Self.fields(of: empty)
        let said = fields.filter { field in !implied.contains { $0 == field } }
        guard !said.isEmpty else { return "" }
        let items = said.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }
        return "?" + items.joined(separator: "&")
    }
}
