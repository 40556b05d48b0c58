import FoundationEssentials

/// The files of `Tests/Vectors`, which implementations in other languages read too.
public enum VectorFile {
    public static func decode<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
        let tests = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let bytes = try Data(contentsOf: URL(filePath: "\(tests)/Vectors/\(name)"))
        return try JSONDecoder().decode(Content.self, from: bytes)
    }
}
