internal import EmbeddedBackend
internal import Protobuf

/// What stands in a backup's `manifest.json`. Written last: a backup without it is not complete.
struct BackupManifest: Sendable, Equatable {
    static let name = "manifest.json"
    static let bytesMax = 64 << 10
    /// The form of backups; a later one may have another.
    static let format = 1

    let version: String
    /// RFC 3339, in UTC.
    let createdAt: String
    let files: [DataDirectory.BackupFile]

    var json: JSONText {
        .object([
            "format": .number(Self.format), "version": .text(version), "createdAt": .text(createdAt),
            "files": .list(
                files.map { file in
                    .object([
                        "name": .text(file.file.name), "schema": .number(Int(file.schema)),
                        "bytes": .number(Int(clamping: file.byteCount)), "sha256": .text(file.sha256),
                    ])
                }),
        ])
    }

    init(version: String, createdAt: String, files: [DataDirectory.BackupFile]) {
        (self.version, self.createdAt, self.files) = (version, createdAt, files)
    }

    /// Nil when the bytes are no manifest that this program knows.
    init?(_ bytes: [UInt8]) {
        guard let document = try? ProtobufStruct(json: bytes), document.fields["format"]?.number == Self.format,
            let version = document.fields["version"]?.text, let createdAt = document.fields["createdAt"]?.text,
            case .listValue(let list)? = document.fields["files"]?.kind
        else { return nil }
        let files = list.values.compactMap(Self.file)
        guard files.count == list.values.count, Set(files.map(\.file)).count == files.count else { return nil }
        self.init(version: version, createdAt: createdAt, files: files)
    }

    private static func file(_ value: ProtobufValue) -> DataDirectory.BackupFile? {
        guard case .structValue(let object)? = value.kind, let name = object.fields["name"]?.text,
            let file = StoreFile.allCases.first(where: { $0.name == name }),
            let schema = object.fields["schema"]?.number, let bytes = object.fields["bytes"]?.number, bytes >= 0,
            let sha256 = object.fields["sha256"]?.text
        else { return nil }
        return DataDirectory.BackupFile(
            file: file, schema: Int64(schema), byteCount: UInt64(bytes), sha256: sha256)
    }
}
